using System.Runtime.InteropServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>What makes two orders duplicates, and when the order was sent.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SentOrder
{
    public long Price;
    public long Quantity;
    public long TimeNs;
    public int PositionIndex;

    /// <summary>The entry before it in its chain; -1 ends it.</summary>
    public int Next;

    public Side Side;

    public readonly bool IsLike(ref readonly SentOrder other) =>
        Price == other.Price && Quantity == other.Quantity && PositionIndex == other.PositionIndex && Side == other.Side;

    /// <summary>Where its chain begins.</summary>
    public readonly uint Hash()
    {
        ulong mixed = ((ulong)Price * 0x9E3779B97F4A7C15) ^ ((ulong)Quantity * 0xC2B2AE3D27D4EB4F) ^ ((((ulong)(uint)PositionIndex << 8) | (ulong)Side) * 0x165667B19E3779F9);
        return (uint)(mixed >> 32) ^ (uint)mixed;
    }
}
