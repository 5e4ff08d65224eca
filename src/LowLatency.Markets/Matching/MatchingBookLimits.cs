using System.Numerics;
using LowLatency.Markets.Books;

namespace LowLatency.Markets.Matching;

/// <summary>The capacities of a <see cref="MatchingBook"/>; all memory is taken at start.</summary>
/// <param name="MaxOrderId">Largest order id; 4 bytes of address space each, of which what the ids touch is taken. 1 to <see cref="LargestOrderId"/>.</param>
/// <param name="MaxOrders">Most resting orders; 32 bytes each. 1 to <see cref="LargestOrderCount"/>.</param>
/// <param name="WindowSize">Ticks per side that are one array access away; 16 bytes each. A power of two.</param>
/// <param name="FarCapacity">Most prices per side outside of that window; 24 bytes each.</param>
public readonly record struct MatchingBookLimits(int MaxOrderId, int MaxOrders, int WindowSize = 1 << 16, int FarCapacity = 1 << 14)
{
    /// <summary>The largest value of <see cref="MaxOrderId"/>.</summary>
    public const int LargestOrderId = 1 << 28;

    /// <summary>The largest value of <see cref="MaxOrders"/>.</summary>
    public const int LargestOrderCount = 1 << 24;

    /// <summary>The largest quantity of one order, in lots: so many that the sum over all orders cannot overflow.</summary>
    public const long MaxQuantity = 1L << 38;

    /// <summary>Checks every number.</summary>
    /// <exception cref="ArgumentException">Lists every fault.</exception>
    public void Validate()
    {
        List<string> faults = [];
        Check(faults, nameof(MaxOrderId), MaxOrderId, LargestOrderId);
        Check(faults, nameof(MaxOrders), MaxOrders, LargestOrderCount);
        Check(faults, nameof(FarCapacity), FarCapacity, PriceLadder<BidSide, long>.MaxFarCapacity);
        if (!BitOperations.IsPow2(WindowSize) || WindowSize < PriceLadder<BidSide, long>.MinWindowSize || WindowSize > PriceLadder<BidSide, long>.MaxWindowSize)
        {
            faults.Add($"WindowSize={WindowSize} must be a power of two from {PriceLadder<BidSide, long>.MinWindowSize} to {PriceLadder<BidSide, long>.MaxWindowSize}");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults));
        }
    }

    private static void Check(List<string> faults, string name, int value, int largest)
    {
        if (value < 1 || value > largest)
        {
            faults.Add($"{name}={value} must be 1 to {largest}");
        }
    }
}
