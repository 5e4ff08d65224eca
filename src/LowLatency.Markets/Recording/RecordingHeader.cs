using System.Runtime.InteropServices;

namespace LowLatency.Markets.Recording;

/// <summary>The first 512 bytes of a recording.</summary>
/// <remarks>
/// Little-endian.
/// <code>
/// offset size field
///      0    8 Magic               4C 4C 52 45 43 0D 0A 1A
///      8    2 Version             1
///     10    2 HeaderSize          512
///     12    4 ByteOrder           0x01020304
///     16    2 RecordSize          64
///     18    2 InstrumentSize      64
///     20    4 BlockRecords        records a block, a power of two from 1 to 2^20
///     24    1 State               1 while it is written, 2 when complete
///     25    1 Order               RecordingOrder
///     26    2 Contents            RecordingContents
///     28    4 InstrumentCount
///     32    8 RecordCount
///     40    8 EarliestLocalNs     0 without records, as the next three
///     48    8 LatestLocalNs
///     56    8 EarliestExchangeNs
///     64    8 LatestExchangeNs
///     72    8 LocalReversals      records earlier than the one before by local time, ExchangeOnly ones left aside
///     80    8 ExchangeReversals   records earlier than the one before by exchange time, LocalOnly ones left aside
///     88    4 FooterChecksum      CRC-32C of everything after the records
///     92    2 SourceLength        bytes of Source in use
///     94   34 zero
///    128  352 Source              UTF-8, zero padded: what it was made from
///    480   28 zero
///    508    4 HeaderChecksum      CRC-32C of bytes 0 to 507
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal unsafe struct RecordingHeader
{
    /// <summary>Bytes of the header; the records follow it, each on its own cache line.</summary>
    public const int Size = 512;

    /// <summary>Bytes the header checksum covers.</summary>
    public const int CheckedBytes = 508;

    /// <summary>The longest source description, in UTF-8 bytes.</summary>
    public const int MaxSourceBytes = 352;

    [FieldOffset(0)]
    public fixed byte Magic[8];

    [FieldOffset(8)]
    public ushort Version;

    [FieldOffset(10)]
    public ushort HeaderSize;

    [FieldOffset(12)]
    public uint ByteOrder;

    [FieldOffset(16)]
    public ushort RecordSize;

    [FieldOffset(18)]
    public ushort InstrumentSize;

    [FieldOffset(20)]
    public uint BlockRecords;

    [FieldOffset(24)]
    public byte State;

    [FieldOffset(25)]
    public RecordingOrder Order;

    [FieldOffset(26)]
    public RecordingContents Contents;

    [FieldOffset(28)]
    public uint InstrumentCount;

    [FieldOffset(32)]
    public ulong RecordCount;

    [FieldOffset(40)]
    public long EarliestLocalNs;

    [FieldOffset(48)]
    public long LatestLocalNs;

    [FieldOffset(56)]
    public long EarliestExchangeNs;

    [FieldOffset(64)]
    public long LatestExchangeNs;

    [FieldOffset(72)]
    public long LocalReversals;

    [FieldOffset(80)]
    public long ExchangeReversals;

    [FieldOffset(88)]
    public uint FooterChecksum;

    [FieldOffset(92)]
    public ushort SourceLength;

    [FieldOffset(94)]
    public fixed byte Zero1[34];

    [FieldOffset(128)]
    public fixed byte Source[MaxSourceBytes];

    [FieldOffset(480)]
    public fixed byte Zero2[28];

    [FieldOffset(508)]
    public uint HeaderChecksum;
}
