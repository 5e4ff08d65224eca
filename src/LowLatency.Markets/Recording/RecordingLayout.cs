using System.Runtime.InteropServices;
using LowLatency.Markets.Data;

namespace LowLatency.Markets.Recording;

/// <summary>
/// Where the parts of a recording lie: header, records, one checksum a block, instrument table, in this order and without gaps.
/// The parts after the records form the footer. <c>docs/formats/recording.md</c> has the field tables.
/// </summary>
internal static class RecordingLayout
{
    /// <summary>The first eight bytes: <c>LLREC</c>, then a line end and a control-Z, which text-mode copies damage.</summary>
    public static ReadOnlySpan<byte> Magic => "LLREC\r\n\u001a"u8;

    /// <summary>The version written and the only one read.</summary>
    public const ushort Version = 1;

    /// <summary>Stands for itself when written by a little-endian machine.</summary>
    public const uint ByteOrderMark = 0x01020304;

    /// <summary>State of a recording whose writer has not completed it.</summary>
    public const byte Writing = 1;

    /// <summary>State of a complete recording.</summary>
    public const byte Complete = 2;

    /// <summary>Bytes of one block checksum.</summary>
    public const int ChecksumSize = sizeof(uint);

    /// <summary>Records a block unless asked otherwise: 256 KiB, small beside a second-level cache, large beside its checksum.</summary>
    public const int DefaultBlockRecords = 4096;

    /// <summary>The most records a block may have.</summary>
    public const int MaxBlockRecords = 1 << 20;

    /// <summary>Whether <paramref name="records"/> may be the size of a block: a power of two from 1 to <see cref="MaxBlockRecords"/>.</summary>
    public static bool IsBlockSize(long records) => records is >= 1 and <= MaxBlockRecords && (records & (records - 1)) == 0;

    /// <summary>How many blocks hold <paramref name="records"/>.</summary>
    public static ulong BlocksOf(ulong records, uint blockRecords) => (records / blockRecords) + (records % blockRecords == 0 ? 0ul : 1ul);

    /// <summary>Where the footer begins.</summary>
    public static UInt128 FooterOffset(ulong records) => RecordingHeader.Size + ((UInt128)records * MarketEvent.Size);

    /// <summary>Bytes of the whole recording; wide, since the counts may be hostile.</summary>
    public static UInt128 TotalBytes(ulong records, uint blockRecords, uint instruments) =>
        FooterOffset(records) + ((UInt128)BlocksOf(records, blockRecords) * ChecksumSize) + ((UInt128)instruments * RecordedInstrument.Size);

    /// <summary>Refuses machines whose memory does not look like the format.</summary>
    /// <exception cref="PlatformNotSupportedException">A big-endian machine.</exception>
    public static void RequireLittleEndian()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("recordings are little-endian and read in place; this machine is big-endian");
        }
    }

    /// <summary>The bytes of an unmanaged value.</summary>
    public static ReadOnlySpan<byte> BytesOf<T>(in T value)
        where T : unmanaged => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value));
}
