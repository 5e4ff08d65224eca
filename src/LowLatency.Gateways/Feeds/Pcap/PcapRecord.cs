namespace LowLatency.Gateways.Feeds.Pcap;

/// <summary>What a capture says about one packet.</summary>
/// <param name="Offset">Bytes from the start of the file to the packet's first byte.</param>
/// <param name="CapturedBytes">How much of the packet is in the file.</param>
/// <param name="OriginalBytes">How long it was on the wire.</param>
/// <param name="TimeNs">When it was captured, ns since 1970-01-01 UTC.</param>
public readonly record struct PcapRecord(long Offset, int CapturedBytes, uint OriginalBytes, long TimeNs);
