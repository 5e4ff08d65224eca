using System.Buffers.Binary;

namespace LowLatency.Latency.Itch;

/// <summary>Scatters the order references of a day over all 64 bits, as of a venue that does not count: each reference becomes another, and no two the same.</summary>
internal static class SparseReferences
{
    private const int TypeOffset = sizeof(ushort);
    private const int ReferenceOffset = TypeOffset + 11;
    private const int NewReferenceOffset = TypeOffset + 19;

    /// <summary>A copy of the frames with other references.</summary>
    public static byte[] Of(byte[] frames)
    {
        byte[] scattered = [.. frames];
        for (int at = 0; at < scattered.Length; at += TypeOffset + BinaryPrimitives.ReadUInt16BigEndian(scattered.AsSpan(at)))
        {
            byte type = scattered[at + TypeOffset];
            if ("AFECXDU".Contains((char)type))
            {
                Scatter(scattered.AsSpan(at + ReferenceOffset));
            }

            if (type == 'U')
            {
                Scatter(scattered.AsSpan(at + NewReferenceOffset));
            }
        }

        return scattered;
    }

    /// <summary>A multiplication by an odd number can be undone.</summary>
    private static void Scatter(Span<byte> reference) =>
        BinaryPrimitives.WriteUInt64BigEndian(reference, BinaryPrimitives.ReadUInt64BigEndian(reference) * 0x9e3779b97f4a7c15);
}
