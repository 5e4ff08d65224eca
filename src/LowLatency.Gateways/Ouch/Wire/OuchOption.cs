using System.Buffers.Binary;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>One option: its length in a byte (tag and value), its tag, its value.</summary>
public static class OuchOption
{
    /// <summary>Bytes before the value.</summary>
    public const int HeaderBytes = 2;

    /// <summary>Bytes of a tag's value; 0 of a tag the format does not have.</summary>
    public static int ValueBytesOf(OuchOptionTag tag) => (int)tag < ValueBytes.Length ? ValueBytes[(int)tag] : 0;

    private static ReadOnlySpan<byte> ValueBytes =>
    [
        0, 8, 4, 4, 1, 4, 1, 4, 0, 8, 1, 4, 1, 4, 4, 4, 1, 1, 1, 8, 1, 0, 4, 8, 2, 1, 4, 1, 1, 1, 2,
    ];

    /// <summary>Writes an option whose value is a number or a letter; of a number too large the high bits are lost.</summary>
    /// <returns>The bytes written, or 0 when there is no such tag or <paramref name="destination"/> is too short.</returns>
    public static int Write(Span<byte> destination, OuchOptionTag tag, ulong value)
    {
        int bytes = ValueBytesOf(tag);
        if (bytes == 0 || destination.Length < HeaderBytes + bytes)
        {
            return 0;
        }

        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(whole, value);
        whole[^bytes..].CopyTo(Begin(destination, tag, bytes));
        return HeaderBytes + bytes;
    }

    /// <summary>Writes an option whose value is text.</summary>
    /// <returns>The bytes written, or 0 when there is no such tag or <paramref name="destination"/> is too short.</returns>
    /// <exception cref="ArgumentException">The text is too long or not ASCII.</exception>
    public static int Write(Span<byte> destination, OuchOptionTag tag, ReadOnlySpan<char> text)
    {
        int bytes = ValueBytesOf(tag);
        if (bytes == 0 || destination.Length < HeaderBytes + bytes)
        {
            return 0;
        }

        AlphaText.Write(text, Begin(destination, tag, bytes));
        return HeaderBytes + bytes;
    }

    private static Span<byte> Begin(Span<byte> destination, OuchOptionTag tag, int bytes)
    {
        destination[0] = (byte)(bytes + 1);
        destination[1] = (byte)tag;
        return destination.Slice(HeaderBytes, bytes);
    }
}
