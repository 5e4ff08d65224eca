using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>The 23 message types of ITCH 5.0 with their lengths.</summary>
public static class ItchMessageTypes
{
    /// <summary>All, in the order of the specification.</summary>
    public static IReadOnlyList<ItchMessageType> All { get; } =
    [
        new('S', "System Event", 12),
        new('R', "Stock Directory", 39),
        new('H', "Stock Trading Action", 25),
        new('Y', "Reg SHO Short Sale Price Test Restricted Indicator", 20),
        new('L', "Market Participant Position", 26),
        new('V', "MWCB Decline Level", 35),
        new('W', "MWCB Status", 12),
        new('K', "IPO Quoting Period Update", 28),
        new('J', "LULD Auction Collar", 35),
        new('h', "Operational Halt", 21),
        new('A', "Add Order (no MPID)", 36),
        new('F', "Add Order (MPID attribution)", 40),
        new('E', "Order Executed", 31),
        new('C', "Order Executed With Price", 36),
        new('X', "Order Cancel", 23),
        new('D', "Order Delete", 19),
        new('U', "Order Replace", 35),
        new('P', "Trade (non-cross)", 44),
        new('Q', "Cross Trade", 40),
        new('B', "Broken Trade", 19),
        new('I', "Net Order Imbalance Indicator (NOII)", 50),
        new('N', "Retail Price Improvement Indicator (RPII)", 20),
        new('O', "Direct Listing with Capital Raise Price Discovery", 48),
    ];

    private static readonly byte[] Lengths = LengthTable();

    /// <summary>Bytes of a message of the type, 0 where there is no such type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthOf(byte type) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Lengths), type);

    private static byte[] LengthTable()
    {
        byte[] lengths = new byte[256];
        foreach (ItchMessageType type in All)
        {
            lengths[type.Code] = (byte)type.Length;
        }

        return lengths;
    }
}
