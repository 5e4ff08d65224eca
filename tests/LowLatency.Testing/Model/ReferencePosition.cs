using System.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Testing.Model;

/// <summary>A position at average cost, in whole numbers of any size. Quantities in 1e-8, money in 1e-16.</summary>
public sealed class ReferencePosition
{
    public BigInteger Position { get; private set; }

    public BigInteger Cost { get; private set; }

    public BigInteger RealizedPnl { get; private set; }

    public BigInteger Fees { get; private set; }

    /// <summary>Sum of price × quantity, bought positive and sold negative.</summary>
    public BigInteger Paid { get; private set; }

    public void Fill(Side side, BigInteger price, BigInteger quantity, BigInteger fee)
    {
        int sign = side == Side.Buy ? 1 : -1;
        Fees += fee;
        Paid += sign * price * quantity;
        bool closes = Position.Sign == -sign;
        BigInteger size = BigInteger.Abs(Position);
        BigInteger closed = closes ? BigInteger.Min(size, quantity) : 0;
        if (closed > 0)
        {
            // Truncated towards zero: what does not divide stays in the position.
            BigInteger cost = BigInteger.Divide(Cost * closed, size);
            RealizedPnl += (-sign * price * closed) - cost;
            Cost -= cost;
        }

        Cost += sign * price * (quantity - closed);
        Position += sign * quantity;
    }

    /// <summary>notional × rate / 1e8, rounded up.</summary>
    public static BigInteger Fee(BigInteger notional, long rate)
    {
        BigInteger quotient = BigInteger.DivRem(notional * rate, 100_000_000, out BigInteger rest);
        return rest.Sign > 0 ? quotient + 1 : quotient;
    }
}
