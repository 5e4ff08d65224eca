using System.Numerics;
using System.Runtime.CompilerServices;

namespace LowLatency.Trading.Orders;

/// <summary>A set of <see cref="RejectReason"/>s: every check an order failed.</summary>
/// <param name="Bits">Bit n stands for the reason with value n.</param>
public readonly record struct FailedChecks(ulong Bits)
{
    /// <summary>True when no check failed.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The reason first in precedence.</summary>
    public RejectReason First => Bits == 0 ? RejectReason.None : (RejectReason)BitOperations.TrailingZeroCount(Bits);

    /// <summary>The set of one reason.</summary>
    public static FailedChecks Of(RejectReason reason) => new(reason == RejectReason.None ? 0 : 1UL << (int)reason);

    /// <summary>Adds a reason to a set of bits where its check failed.</summary>
    /// <remarks>A branch on purpose: it is almost never taken, so a check that passes costs a comparison and a fused jump, and the rest lies out of the way.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(ref ulong bits, bool failed, RejectReason reason)
    {
        if (failed)
        {
            bits |= 1UL << (int)reason;
        }
    }

    /// <summary>True when that check failed.</summary>
    public bool Contains(RejectReason reason) => (Bits >> (int)reason & 1) != 0;

    /// <summary>The reasons in precedence.</summary>
    public IEnumerable<RejectReason> Reasons()
    {
        for (ulong rest = Bits; rest != 0; rest &= rest - 1)
        {
            yield return (RejectReason)BitOperations.TrailingZeroCount(rest);
        }
    }

    /// <summary>The reasons in precedence, joined by '+'.</summary>
    public override string ToString() => Bits == 0 ? nameof(RejectReason.None) : string.Join('+', Reasons());
}
