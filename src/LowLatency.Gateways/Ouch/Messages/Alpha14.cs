using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>14 bytes of ASCII text, left-justified and padded with spaces, as they lie on the wire.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = 14)]
public readonly record struct Alpha14
{
    private readonly ulong _first;
    private readonly uint _second;
    private readonly ushort _third;

    /// <summary>The text padded with spaces.</summary>
    /// <exception cref="ArgumentException">Longer than 14 or not ASCII.</exception>
    public Alpha14(ReadOnlySpan<char> text) => AlphaText.Write(text, MemoryMarshal.AsBytes(new Span<Alpha14>(ref this)));

    /// <summary>Spaces only.</summary>
    public static Alpha14 Blank { get; } = new("");

    /// <summary>The text without its padding; a byte that is not printable ASCII reads as <c>?</c>.</summary>
    public override string ToString() => AlphaText.Read(MemoryMarshal.AsBytes(new ReadOnlySpan<Alpha14>(in this)));
}
