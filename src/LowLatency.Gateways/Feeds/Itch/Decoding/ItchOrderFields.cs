using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>What an order message says, whichever type it is of: A, F, E, X, D or U. Fields that the type does not have are 0.</summary>
[StructLayout(LayoutKind.Explicit, Size = 48)]
public struct ItchOrderFields
{
    /// <summary>Time of the message, ns since midnight in New York.</summary>
    [FieldOffset(0)] public long TimestampNs;

    /// <summary>The order; of U the one that leaves.</summary>
    [FieldOffset(8)] public ulong OrderReference;

    /// <summary>U: the order that comes. E: the match number.</summary>
    [FieldOffset(16)] public ulong Second;

    /// <summary>A, F, U: displayed. E: executed. X: cancelled.</summary>
    [FieldOffset(24)] public uint Shares;

    /// <summary>A, F, U: 4 implied decimals.</summary>
    [FieldOffset(28)] public uint Price4;

    /// <summary>The stock's number during the day.</summary>
    [FieldOffset(32)] public ushort StockLocate;

    /// <summary>The message type.</summary>
    [FieldOffset(34)] public byte Type;

    /// <summary>A, F: B or S.</summary>
    [FieldOffset(35)] public byte BuySellIndicator;

    [FieldOffset(0)] internal Vector128<byte> TimeAndReference;

    [FieldOffset(16)] internal Vector128<byte> Rest;
}
