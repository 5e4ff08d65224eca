using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LowLatency.Primitives.Identity;

namespace LowLatency.Gateways.Ouch;

/// <summary>The text by which a request can be recognised at the venue: 4 hexadecimal digits of the strategy's number and 10 of the client id's low 40 bits.</summary>
public static class OuchClOrdId
{
    private const int Bytes = 14;
    private const int IdBits = 40;

    private static Vector128<byte> Digits => Vector128.Create("0123456789ABCDEF"u8);

    private static Vector128<byte> Twice => Vector128.Create((byte)0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);

    private static Vector128<byte> EvenPlaces => Vector128.Create((ushort)0x00FF).AsByte();

    /// <summary>Writes the text at <paramref name="destination"/>, and two bytes of nothing behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Write(byte* destination, StrategyId strategy, ulong clOrdId)
    {
        ulong seven = ((ulong)strategy.Value << IdBits) | (clOrdId & ((1UL << IdBits) - 1));
        Vector128<byte> bytes = Vector128.CreateScalar(BinaryPrimitives.ReverseEndianness(seven << 8)).AsByte();
        Vector128<byte> twice = Vector128.Shuffle(bytes, Twice);
        Vector128<byte> high = (twice.AsUInt16() >> 4).AsByte();
        Vector128<byte> halves = Vector128.ConditionalSelect(EvenPlaces, high, twice) & Vector128.Create((byte)15);
        Vector128.Shuffle(Digits, halves).Store(destination);
    }

    /// <summary>The text.</summary>
    public static unsafe string Of(StrategyId strategy, ulong clOrdId)
    {
        byte* text = stackalloc byte[Vector128<byte>.Count];
        Write(text, strategy, clOrdId);
        return System.Text.Encoding.ASCII.GetString(text, Bytes);
    }
}
