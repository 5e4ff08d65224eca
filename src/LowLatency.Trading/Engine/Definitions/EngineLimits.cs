namespace LowLatency.Trading.Engine.Definitions;

/// <summary>Every capacity of the engine, taken once at start. Ring sizes are powers of two.</summary>
public sealed record EngineLimits
{
    /// <summary>Orders working at the same time, 1 to 16,777,216. Default 65,536.</summary>
    public int MaxOrders { get; init; } = 65_536;

    /// <summary>Completed orders kept, the oldest first out: what venues still say of them (late fills, busts, corrections) finds its order. 0 to 16,777,216, with maxOrders at most 33,554,431. More take more of the caches. Default 256.</summary>
    public int MaxCompletedOrders { get; init; } = 256;

    /// <summary>Executions remembered, the oldest first out, so that one which comes twice is not booked twice, and one can be busted or corrected. 0 (none: neither is possible) or a power of two, to 16,777,216. More take more of the caches. Default 1,024.</summary>
    public int MaxExecutions { get; init; } = 1_024;

    /// <summary>Slots that handles of orders are of: working and completed ones.</summary>
    public int OrderSlots => MaxOrders + MaxCompletedOrders;

    /// <summary>Orders with terms at the same time (held until a trigger, expiring, partly displayed), 1 to 1,048,576. Default 8,192.</summary>
    public int MaxOrdersWithTerms { get; init; } = 8_192;

    /// <summary>Requests a strategy may have waiting, 2 to 1,048,576. Default 4,096.</summary>
    public int StrategyInbox { get; init; } = 4_096;

    /// <summary>Reports a strategy may leave undrained before the engine waits, 2 to 1,048,576. Default 16,384.</summary>
    public int StrategyReports { get; init; } = 16_384;

    /// <summary>Reports waiting for the reader of the drop copy before the engine waits, 2 to 1,048,576; 0 (the default) for none.</summary>
    public int DropCopy { get; init; }

    /// <summary>Top-of-book changes waiting for the engine, 2 to 1,048,576. Default 4,096.</summary>
    public int MarketDataInbox { get; init; } = 4_096;

    /// <summary>Venue reports waiting for the engine, 2 to 1,048,576. Default 16,384.</summary>
    public int VenueInbox { get; init; } = 16_384;

    /// <summary>Requests waiting for a venue on another thread, 2 to 1,048,576. Default 4,096.</summary>
    public int VenueRequests { get; init; } = 4_096;

    /// <summary>Commands and timer ticks waiting for the engine, 2 to 65,536. Default 256.</summary>
    public int OperatorInbox { get; init; } = 256;

    /// <summary>Operators' commands kept for readers; the journal keeps all. A power of two, 2 to 65,536. Default 1,024.</summary>
    public int OperatorRecords { get; init; } = 1_024;

    /// <summary>Orders remembered for duplicate windows, a power of two, 2 to 1,048,576: while so many are within the window, new orders are refused. Default 65,536.</summary>
    public int DuplicateOrders { get; init; } = 65_536;

    /// <summary>Adds a line for each value out of range.</summary>
    public void Check(List<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (MaxOrders is < 1 or > 1 << 24)
        {
            faults.Add($"maxOrders={MaxOrders} must be 1 to {1 << 24}");
        }

        if (MaxCompletedOrders is < 0 or > 1 << 24 || (long)MaxOrders + MaxCompletedOrders >= 1 << 25)
        {
            faults.Add($"maxCompletedOrders={MaxCompletedOrders} must be 0 to {1 << 24}, and with maxOrders at most {(1 << 25) - 1}");
        }

        if (MaxExecutions != 0)
        {
            CheckRing(faults, "maxExecutions", MaxExecutions, 1 << 24);
        }

        if (MaxOrdersWithTerms is < 1 or > 1 << 20)
        {
            faults.Add($"maxOrdersWithTerms={MaxOrdersWithTerms} must be 1 to {1 << 20}");
        }

        CheckRing(faults, "strategyInbox", StrategyInbox, 1 << 20);
        CheckRing(faults, "strategyReports", StrategyReports, 1 << 20);
        if (DropCopy != 0)
        {
            CheckRing(faults, "dropCopy", DropCopy, 1 << 20);
        }

        CheckRing(faults, "marketDataInbox", MarketDataInbox, 1 << 20);
        CheckRing(faults, "venueInbox", VenueInbox, 1 << 20);
        CheckRing(faults, "venueRequests", VenueRequests, 1 << 20);
        CheckRing(faults, "operatorInbox", OperatorInbox, 1 << 16);
        CheckRing(faults, "operatorRecords", OperatorRecords, 1 << 16);
        CheckRing(faults, "duplicateOrders", DuplicateOrders, 1 << 20);
    }

    private static void CheckRing(List<string> faults, string name, int value, int most)
    {
        if (value < 2 || value > most || (value & (value - 1)) != 0)
        {
            faults.Add($"{name}={value} must be a power of two, 2 to {most}");
        }
    }
}
