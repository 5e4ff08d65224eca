using LowLatency.Markets.Matching;

namespace LowLatency.Replay.Venue;

/// <summary>The capacities of a <see cref="PriceTimeVenue"/>, all taken at start; pages that are not used are not touched.</summary>
/// <param name="MaxRecordedOrders">Most orders of the recorded market open at a time, per instrument; 1 to 2^22. 1 will do for a venue without a recorded market.</param>
/// <param name="MaxOwnOrders">Most orders of requests open at a time, over all instruments; 1 to 2^20.</param>
/// <param name="WindowTicks">Ticks per side and instrument that are one array access away, a power of two.</param>
/// <param name="FarPrices">Most prices per side and instrument outside of that window.</param>
public readonly record struct PriceTimeVenueLimits(
    int MaxRecordedOrders = 1 << 16,
    int MaxOwnOrders = 1 << 12,
    int WindowTicks = 1 << 16,
    int FarPrices = 1 << 14)
{
    /// <summary>The largest <see cref="MaxRecordedOrders"/>.</summary>
    public const int LargestRecordedOrders = 1 << 22;

    /// <summary>The largest <see cref="MaxOwnOrders"/>.</summary>
    public const int LargestOwnOrders = 1 << 20;

    /// <summary>The capacities that suit one session of a busy stock.</summary>
    public PriceTimeVenueLimits()
        : this(1 << 16)
    {
    }

    /// <summary>Most reports one call can cause: a sweep of the whole book in which both sides of each trade are told, and what goes around it.</summary>
    internal int MaxReports => (2 * (MaxRecordedOrders + MaxOwnOrders)) + 4;

    /// <summary>What a book of one instrument takes.</summary>
    internal MatchingBookLimits Book => new(MaxRecordedOrders + MaxOwnOrders, MaxRecordedOrders + MaxOwnOrders, WindowTicks, FarPrices);

    /// <summary>Checks every number.</summary>
    /// <exception cref="ArgumentException">Lists every fault.</exception>
    public void Validate()
    {
        List<string> faults = [];
        Check(faults, nameof(MaxRecordedOrders), MaxRecordedOrders, LargestRecordedOrders);
        Check(faults, nameof(MaxOwnOrders), MaxOwnOrders, LargestOwnOrders);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults));
        }

        Book.Validate();
    }

    private static void Check(List<string> faults, string name, int value, int largest)
    {
        if (value < 1 || value > largest)
        {
            faults.Add($"{name}={value} must be 1 to {largest}");
        }
    }
}
