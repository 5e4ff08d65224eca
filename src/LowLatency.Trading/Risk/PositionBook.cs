using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk;

/// <summary>The one book of positions, with the limits that apply to each: one record per account and instrument. Owned by the risk stage; everyone else reads a snapshot.</summary>
/// <remarks>The records of account 0 and of instrument 0 stand for "unknown"; validation has refused such an order already, and no limit is looked at.</remarks>
internal sealed unsafe class PositionBook : IDisposable
{
    /// <summary>Beyond this a position is not believed: the fill is counted and the firm is stopped.</summary>
    private const long LargestPosition = 1L << 62;

    /// <summary>The upper half of a fill worth 1.3e17 units of currency. One worth more is not believed either: sums of 65,000 of them fit 128 bits.</summary>
    private const ulong LargestFillHigh = 1UL << (110 - 64);

    private readonly NativeBuffer<PositionRecord> _buffer;
    private readonly PositionRecord* _records;
    private readonly uint _instruments;
    private readonly uint _accounts;

    public PositionBook(EngineDefinition definition)
    {
        _accounts = (uint)definition.Accounts.Count + 1;
        _instruments = (uint)definition.Instruments.Count + 1;
        _buffer = new NativeBuffer<PositionRecord>(checked((int)(_accounts * _instruments)));
        _records = _buffer.Start;
        for (uint i = 0; i < _buffer.Length; i++)
        {
            _records[i].CollarLow = long.MinValue;
            _records[i].CollarHigh = long.MaxValue;
        }
    }

    /// <summary>Resolves the limits of all levels into the records that a scope covers; the collars move with the next price.</summary>
    public void Resolve(RiskLimitTable limits, in RiskScope scope)
    {
        for (uint a = 1; a < _accounts; a++)
        {
            for (uint i = 1; i < _instruments; i++)
            {
                if ((scope.Account.Value == 0 || scope.Account.Value == a) && (scope.Instrument.Value == 0 || scope.Instrument.Value == i))
                {
                    Resolve(ref _records[(a * _instruments) + i], limits, new AccountId((ushort)a), new InstrumentId((int)i));
                }
            }
        }
    }

    /// <summary>The index of an account and instrument, 0 where a number is out of range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(AccountId account, InstrumentId instrument)
    {
        uint a = account.Value;
        uint i = (uint)instrument.Value;
        return a < _accounts && i < _instruments ? (int)((a * _instruments) + i) : 0;
    }

    /// <summary>A record by <see cref="IndexOf"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PositionRecord At(int index) => ref _records[index];

    /// <summary>Places the collars of an instrument around its best prices; a side without orders takes the other's price.</summary>
    public void PlaceCollars(InstrumentId instrument, long bid, long ask)
    {
        bool known = (bid | ask) != 0;
        long low = bid != 0 ? bid : ask;
        long high = ask != 0 ? ask : bid;
        for (uint a = 1; a < _accounts; a++)
        {
            ref PositionRecord record = ref _records[(a * _instruments) + (uint)instrument.Value];
            record.CollarLow = known ? low - Share(low, record.CollarBps) : long.MinValue;
            record.CollarHigh = known ? SaturatingAdd(high, Share(high, record.CollarBps)) : long.MaxValue;
        }
    }

    /// <summary>Books a fill at average cost. Buying and selling take the same way, since a processor cannot foresee which it is.</summary>
    /// <returns>False when fill or position would leave the range that sums are safe in; nothing is booked then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Fill(ref PositionRecord record, Side side, long price, long quantity, Int128 notional)
    {
        long sign = side.Sign();
        long held = record.Position;
        long after = held + (sign * quantity);
        if ((ulong)(after + LargestPosition) > 2 * (ulong)LargestPosition || ((ulong)(notional >> 64) >= LargestFillHigh && notional > new Int128(LargestFillHigh, 0)))
        {
            return false;
        }

        Int128 mask = new((ulong)(sign >> 1), (ulong)(sign >> 1));
        Int128 paid = (notional ^ mask) - mask;
        record.Position = after;
        if ((held ^ sign) >= 0 || held == 0)
        {
            record.Cost += paid;
        }
        else if (after == 0)
        {
            record.RealizedPnl -= paid + record.Cost;
            record.Cost = 0;
        }
        else
        {
            Close(ref record, held, price, quantity, paid);
        }

        return true;
    }

    /// <summary>A fill that closes a part of the position, or all of it and opens the other side.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Close(ref PositionRecord record, long held, long price, long quantity, Int128 paid)
    {
        long size = Math.Abs(held);
        long closed = Math.Min(size, quantity);
        Int128 closing = closed == quantity ? paid : Math.Sign(-held) * Notional.Product(price, closed);
        Int128 cost = closed == size ? record.Cost : MulDiv.Share(record.Cost, closed, size);
        record.RealizedPnl -= closing + cost;
        record.Cost += paid - closing - cost;
    }

    /// <summary>A copy for others. Only while the engine stands still, or on its own thread.</summary>
    public PositionSnapshot Read(AccountId account, InstrumentId instrument)
    {
        ref readonly PositionRecord r = ref _records[IndexOf(account, instrument)];
        return new PositionSnapshot(account, instrument, new(r.Position), new(r.WorkingBuy), new(r.WorkingSell), new(r.Cost), new(r.RealizedPnl), new(r.Fees));
    }

    private static void Resolve(ref PositionRecord record, RiskLimitTable limits, AccountId account, InstrumentId instrument)
    {
        record.MissesLimit = false;
        record.MaxOrderQuantity = (long)Required(ref record, limits.OfPosition(RiskLimitKind.MaxOrderQuantity, account, instrument));
        record.MaxPosition = (long)Required(ref record, limits.OfPosition(RiskLimitKind.MaxPosition, account, instrument));
        record.MaxOrderNotional = Required(ref record, limits.OfPosition(RiskLimitKind.MaxOrderNotional, account, instrument));
        record.CollarBps = (int)Required(ref record, limits.OfPosition(RiskLimitKind.PriceCollarBps, account, instrument));
    }

    /// <summary>A limit, or 0 where no level has one.</summary>
    private static Int128 Required(ref PositionRecord record, Int128 limit)
    {
        record.MissesLimit |= limit == RiskLimitTable.None;
        return limit == RiskLimitTable.None ? 0 : limit;
    }

    public void Dispose() => _buffer.Dispose();

    /// <summary>price × bps / 10,000 without overflow, for prices of at least 0 and up to 1,000,000 bps.</summary>
    internal static long Share(long price, int bps)
    {
        ulong high = Math.BigMul((ulong)price, (ulong)bps, out ulong low);
        return high == 0 ? (long)Math.Min(low / 10_000, long.MaxValue) : (long)Int128.Min((Int128)price * bps / 10_000, long.MaxValue);
    }

    /// <summary>The sum, or the largest number.</summary>
    internal static long SaturatingAdd(long left, long right) => left > long.MaxValue - right ? long.MaxValue : left + right;
}
