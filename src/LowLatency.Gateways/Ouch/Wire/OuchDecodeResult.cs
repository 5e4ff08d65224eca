namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>What a decoder made of a message, and where it stopped understanding it.</summary>
/// <param name="Status">What it made of it.</param>
/// <param name="Offset">Bytes from the start of the message to the fault; 0 where there is none.</param>
public readonly record struct OuchDecodeResult(OuchDecodeStatus Status, int Offset)
{
    /// <summary>True when the handler was called.</summary>
    public bool IsOk => Status == OuchDecodeStatus.Ok;
}
