using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>2 bytes of ASCII text, left-justified and padded with spaces, as they lie on the wire.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Alpha2
{
    private readonly ushort _bytes;

    /// <summary>The text padded with spaces.</summary>
    /// <exception cref="ArgumentException">Longer than 2 or not ASCII.</exception>
    public Alpha2(ReadOnlySpan<char> text) => AlphaText.Write(text, MemoryMarshal.AsBytes(new Span<ushort>(ref _bytes)));

    /// <summary>Spaces only.</summary>
    public static Alpha2 Blank { get; } = new("");

    /// <summary>The bytes as one number, for comparison and hashing.</summary>
    public ushort Raw => _bytes;

    /// <summary>The text without its padding; a byte that is not printable ASCII reads as <c>?</c>.</summary>
    public override string ToString() => AlphaText.Read(MemoryMarshal.AsBytes(new ReadOnlySpan<ushort>(in _bytes)));
}
