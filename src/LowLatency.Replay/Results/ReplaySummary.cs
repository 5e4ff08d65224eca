using LowLatency.Markets.Books;
using LowLatency.Trading.Orders;

namespace LowLatency.Replay.Results;

/// <summary>What a replay did. Everything but <see cref="Elapsed"/> and <see cref="AllocatedBytes"/> is the same for every run of the same plan.</summary>
public sealed record ReplaySummary
{
    /// <summary>Market-data events the local side received; the same events reach the venues by their exchange time.</summary>
    public required long MarketEvents { get; init; }

    /// <summary>New orders the engine took from strategies, refused ones included.</summary>
    public required long Orders { get; init; }

    /// <summary>Cancels the engine took from strategies.</summary>
    public required long Cancels { get; init; }

    /// <summary>Replacements the engine took from strategies.</summary>
    public required long Replaces { get; init; }

    /// <summary>Execution reports the strategies were given.</summary>
    public required long Reports { get; init; }

    /// <summary>Orders the venues took.</summary>
    public required long Acks { get; init; }

    /// <summary>Fills.</summary>
    public required long Fills { get; init; }

    /// <summary>Orders that ended canceled.</summary>
    public required long Canceled { get; init; }

    /// <summary>Orders that ended expired.</summary>
    public required long Expired { get; init; }

    /// <summary>Replacements the venues took.</summary>
    public required long Replaced { get; init; }

    /// <summary>Orders refused, by the first reason.</summary>
    public required IReadOnlyDictionary<RejectReason, long> Rejects { get; init; }

    /// <summary>Cancels and replacements refused, by the first reason.</summary>
    public required IReadOnlyDictionary<RejectReason, long> CancelRejects { get; init; }

    /// <summary>Positions, by account and instrument; those never traded are left out.</summary>
    public required IReadOnlyList<ReplayPosition> Positions { get; init; }

    /// <summary>Orders the engine still keeps.</summary>
    public required int OpenOrders { get; init; }

    /// <summary>Requests that had not reached a venue when the data ended.</summary>
    public required long RequestsInFlight { get; init; }

    /// <summary>Venue reports that had not reached the engine when the data ended.</summary>
    public required long ReportsInFlight { get; init; }

    /// <summary>Market-data events the local books could not simply apply, by what they made of them.</summary>
    public required IReadOnlyDictionary<BookUpdate, long> BookFaults { get; init; }

    /// <summary>The engine's alarms.</summary>
    public required ReplayAlarms Alarms { get; init; }

    /// <summary>The clock at the start, ns since 1970-01-01 UTC.</summary>
    public required long StartTimeNs { get; init; }

    /// <summary>The clock at the end, ns since 1970-01-01 UTC.</summary>
    public required long EndTimeNs { get; init; }

    /// <summary>Wall-clock time of the run, without the warm-up recording.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Market-data events per second of <see cref="Elapsed"/>.</summary>
    public double EventsPerSecond => Elapsed > TimeSpan.Zero ? MarketEvents / Elapsed.TotalSeconds : 0;

    /// <summary>Managed bytes allocated on the engine's thread from the first event on; on the caller's thread that includes driver, venues and strategies.</summary>
    public required long AllocatedBytes { get; init; }

    /// <summary>SHA-256 over all execution reports in the order the strategies were given them, 64 lower-case hexadecimal digits.</summary>
    public required string OutputHash { get; init; }
}
