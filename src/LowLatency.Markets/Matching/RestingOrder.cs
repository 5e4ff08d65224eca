using System.Runtime.InteropServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Matching;

/// <summary>An order in the book: a node of the queue of its level.</summary>
/// <remarks>
/// 32 bytes, two to a cache line:
/// <code>
/// 0  price        i64  ticks
/// 8  quantity     i64  open, lots
/// 16 id           u32
/// 20 next         i32  slot of the order behind, 0 none; in a free slot the next free one
/// 24 previous     i32  slot of the order ahead, 0 none
/// 28 owner, side  u32  owner in the low 31 bits, the top bit set for sell
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public struct RestingOrder
{
    internal long PriceTicks;
    internal long OpenLots;
    internal uint OrderId;
    internal int Next;
    internal int Previous;
    internal int OwnerAndSide;

    /// <summary>Limit price in ticks.</summary>
    public readonly long Price => PriceTicks;

    /// <summary>Open quantity in lots. In a trade report: what is left after the trade.</summary>
    public readonly long Quantity => OpenLots;

    /// <summary>The id it was entered under.</summary>
    public readonly uint Id => OrderId;

    /// <summary>The tag it was entered with.</summary>
    public readonly int Owner => OwnerAndSide & int.MaxValue;

    /// <summary>Buy or sell.</summary>
    public readonly Side Side => (Side)(1 + SideIndex);

    /// <summary>0 buy, 1 sell.</summary>
    internal readonly int SideIndex => (int)((uint)OwnerAndSide >> 31);

    /// <summary>The price as a key of the ladders of a <see cref="MatchingBook"/>: the greater the better.</summary>
    internal readonly long Key => PriceTicks ^ (OwnerAndSide >> 31);
}
