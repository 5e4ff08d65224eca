using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Trading.Engine;

namespace LowLatency.Trading.Journal;

/// <summary>The journal file: what the engine was built from, then every event it took, in order.</summary>
/// <remarks>
/// Little-endian.
/// <code>
/// offset size field
///      0    8 magic         "LLJRNL04"
///      8    4 headerSize    where the records begin, a multiple of 4,096
///     12    4 definitionSize
///     16    4 definitionCrc CRC-32C of the definition
///     20    4 headerCrc     CRC-32C of bytes 0 to 19
///     24      definition    see DefinitionCodec; the rest up to headerSize is zero
///
/// then records of 64 bytes: the first line of an EngineEvent, with
///     56    4 SequenceLow   low half of the sequence, 1 for the first record
///     60    4 Checksum      CRC-32C of words 0, 2, 4, 6 xor that of words 1, 3, 5 and SequenceLow, rotated left by 16 (words of 8 bytes)
/// </code>
/// The records end at the first whose Kind is 0, or whose sequence or checksum is not as it must be: what follows such a one is a torn tail.
/// </remarks>
internal static class JournalFormat
{
    public const ulong Magic = 0x34304C4E524A4C4C;
    public const int FixedHeaderSize = 24;
    public const int HeaderAlignment = 4096;
    public const int LargestDefinition = 64 << 20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe uint Checksum(ref readonly EngineEvent input)
    {
        ulong* words = (ulong*)Unsafe.AsPointer(ref Unsafe.AsRef(in input));
        uint even = BitOperations.Crc32C(BitOperations.Crc32C(BitOperations.Crc32C(BitOperations.Crc32C(~0u, words[0]), words[2]), words[4]), words[6]);
        uint odd = BitOperations.Crc32C(BitOperations.Crc32C(BitOperations.Crc32C(BitOperations.Crc32C(~0u, words[1]), words[3]), words[5]), (uint)words[7]);
        return even ^ BitOperations.RotateLeft(odd, 16);
    }

    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~0u;
        foreach (byte b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }

    public static ulong ReadMagic(ReadOnlySpan<byte> header) => MemoryMarshal.Read<ulong>(header);
}
