namespace LowLatency.Markets.Recording;

/// <summary>A block of a recording that cannot be used.</summary>
/// <param name="Block">The block, from 0.</param>
/// <param name="Offset">Where it begins, in bytes from the start of the recording.</param>
/// <param name="FirstRecord">Its first record, from 0.</param>
/// <param name="RecordsLost">How many records it holds.</param>
/// <param name="Reason">What is wrong, with the values found.</param>
public sealed record RecordingBlockFault(long Block, long Offset, long FirstRecord, long RecordsLost, string Reason)
{
    /// <summary>One line with every value.</summary>
    public override string ToString() =>
        $"block={Block}, offset={Offset}, firstRecord={FirstRecord}, recordsLost={RecordsLost}: {Reason}";
}
