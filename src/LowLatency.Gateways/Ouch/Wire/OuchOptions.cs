using System.Buffers.Binary;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>The options behind a message: a list of (length, tag, value). Those of tags this revision does not have are passed over. Valid as long as the message's bytes.</summary>
public readonly ref struct OuchOptions
{
    private readonly ReadOnlySpan<byte> _bytes;

    internal OuchOptions(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The list as it lies on the wire, without its length.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Finds the first option of a tag.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryGet(OuchOptionTag tag, out ReadOnlySpan<byte> value)
    {
        for (int at = 0; at + OuchOption.HeaderBytes <= _bytes.Length; at += _bytes[at] + 1)
        {
            if (_bytes[at + 1] == (byte)tag)
            {
                value = _bytes.Slice(at + OuchOption.HeaderBytes, _bytes[at] - 1);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Finds the first option of a tag and reads its value as a number or letter.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryGet(OuchOptionTag tag, out ulong value)
    {
        bool found = TryGet(tag, out ReadOnlySpan<byte> bytes) && bytes.Length <= sizeof(ulong);
        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        whole.Clear();
        if (found)
        {
            bytes.CopyTo(whole[^bytes.Length..]);
        }

        value = BinaryPrimitives.ReadUInt64BigEndian(whole);
        return found;
    }

    /// <summary>Walks a list.</summary>
    /// <returns>Where the first option begins that does not fit: of no length, longer than the list, or of a known tag with a value of another length; -1 when all is well.</returns>
    internal static int FindFault(ReadOnlySpan<byte> list)
    {
        int at = 0;
        while (at < list.Length)
        {
            int length = list[at];
            if (length == 0 || length >= list.Length - at || IsMisfit((OuchOptionTag)list[at + 1], length - 1))
            {
                return at;
            }

            at += length + 1;
        }

        return -1;
    }

    private static bool IsMisfit(OuchOptionTag tag, int valueBytes) => OuchOption.ValueBytesOf(tag) is int known && known != 0 && known != valueBytes;
}
