using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>Where the fields of an order message of some type lie, as a shuffle of 16 of its bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct ItchOrderLayout
{
    /// <summary>Bytes behind the start of a message that reading its fields touches, whatever its length.</summary>
    public const int BytesRead = 36;

    private const byte BehindReference = 19;
    private const byte Absent = 0xff;

    /// <summary>Of the bytes from <see cref="At"/> on, in the order of <see cref="ItchOrderFields.Rest"/>: Second, Shares, Price4.</summary>
    public Vector128<byte> Rest;

    /// <summary>Bytes of the message; -1, which is no length, for a type that is not read in this way.</summary>
    public int Length;

    /// <summary>Where the 16 bytes begin.</summary>
    public byte At;

    /// <summary>All bits set where there is a Buy/Sell Indicator.</summary>
    public byte IndicatorMask;

    /// <summary>Layouts by type.</summary>
    public static ItchOrderLayout[] Table { get; } = Make();

    /// <summary>Bytes 3 to 18 of every message: the timestamp behind two bytes of the tracking number, which are left out, and the reference.</summary>
    public static Vector128<byte> TimeAndReference => Vector128.Create((byte)7, 6, 5, 4, 3, 2, Absent, Absent, 15, 14, 13, 12, 11, 10, 9, 8);

    private static ItchOrderLayout[] Make()
    {
        ItchOrderLayout[] table = new ItchOrderLayout[256];
        Array.Fill(table, new() { Length = -1 });
        table['A'] = table['F'] = Layout(BehindReference + 1, second: 0, shares: 20, price: 32) with { IndicatorMask = 0xff };
        table['E'] = Layout(BehindReference, second: 23, shares: 19, price: 0);
        table['X'] = Layout(BehindReference, second: 0, shares: 19, price: 0);
        table['D'] = Layout(BehindReference, second: 0, shares: 0, price: 0);
        table['U'] = Layout(BehindReference, second: 19, shares: 27, price: 31);
        foreach (char type in "AFEXDU")
        {
            table[type].Length = ItchMessageTypes.LengthOf((byte)type);
        }

        return table;
    }

    private static ItchOrderLayout Layout(byte at, int second, int shares, int price)
    {
        Span<byte> shuffle = stackalloc byte[Vector128<byte>.Count];
        Reverse(shuffle[..8], second, at);
        Reverse(shuffle[8..12], shares, at);
        Reverse(shuffle[12..], price, at);
        return new() { Rest = Vector128.Create<byte>(shuffle), At = at };
    }

    private static void Reverse(Span<byte> shuffle, int offset, int at)
    {
        for (int i = 0; i < shuffle.Length; i++)
        {
            shuffle[i] = offset == 0 ? Absent : (byte)(offset - at + shuffle.Length - 1 - i);
        }
    }
}
