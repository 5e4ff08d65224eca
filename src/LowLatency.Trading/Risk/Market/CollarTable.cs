using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Market;

/// <summary>The collars around top of book, mid, last trade and previous close, for aggressive and passive orders apart: one record per account and instrument, placed anew whenever a limit or a price they lie around changes. Owned by the risk stage.</summary>
/// <remarks>The sixteen kinds of limits follow each other: for each reference in basis points, then in ticks; of each first for aggressive orders, then for passive ones.</remarks>
internal sealed unsafe class CollarTable : IDisposable
{
    private const RiskLimitKind FirstKind = RiskLimitKind.AggressiveTopCollarBps;
    private const int Kinds = (int)RiskLimitKind.PassiveCloseCollarTicks - (int)FirstKind + 1;

    private readonly NativeBuffer<CollarRecord> _buffer;
    private readonly CollarRecord* _records;
    private readonly RiskLimitTable _limits;
    private readonly ReferencePrices _prices;
    private readonly MarketReferences _references;
    private readonly uint _accounts;
    private readonly uint _instruments;

    public CollarTable(EngineDefinition definition, RiskLimitTable limits, ReferencePrices prices, MarketReferences references)
    {
        _limits = limits;
        _prices = prices;
        _references = references;
        _accounts = (uint)definition.Accounts.Count + 1;
        _instruments = (uint)definition.Instruments.Count + 1;
        _buffer = new NativeBuffer<CollarRecord>(checked((int)(_accounts * _instruments)));
        _records = _buffer.Start;
        new Span<CollarRecord>(_records, (int)_buffer.Length).Fill(new CollarRecord { Aggressive = CollarRange.Open, Passive = CollarRange.Open });
    }

    /// <summary>Whether any collar of these kinds is set.</summary>
    public bool IsSet { get; private set; }

    /// <summary>The collars of an account in an instrument, by its number in the position book.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly CollarRecord At(int positionIndex) => ref _records[positionIndex];

    /// <summary>Limits have changed. Collars move with the next <see cref="Place"/>.</summary>
    public void Resolve()
    {
        IsSet = false;
        for (int i = 0; i < Kinds; i++)
        {
            IsSet |= _limits.IsSet(Kind(i));
        }
    }

    /// <summary>Places the collars of an instrument anew.</summary>
    public void Place(InstrumentId instrument)
    {
        for (uint account = 1; account < _accounts; account++)
        {
            ref CollarRecord record = ref _records[(account * _instruments) + (uint)instrument.Value];
            record.Aggressive = CollarRange.Open;
            record.Passive = CollarRange.Open;
            for (int i = 0; i < Kinds; i++)
            {
                if (_limits.IsSet(Kind(i)))
                {
                    Tighten(ref record, i, new AccountId((ushort)account), instrument);
                }
            }
        }
    }

    public void Dispose() => _buffer.Dispose();

    private static RiskLimitKind Kind(int index) => (RiskLimitKind)((int)FirstKind + index);

    private void Tighten(ref CollarRecord record, int kind, AccountId account, InstrumentId instrument)
    {
        Int128 limit = _limits.OfPosition(Kind(kind), account, instrument);
        if (limit == RiskLimitTable.None)
        {
            return;
        }

        ref CollarRange range = ref (kind & 1) == 0 ? ref record.Aggressive : ref record.Passive;
        (long below, long above) = Around((CollarReference)(kind >> 2), instrument);
        if (below == 0)
        {
            range.IsMissing = true;
            return;
        }

        bool inTicks = (kind & 2) != 0;
        range.Low = Math.Max(range.Low, below - Distance(below, (long)limit, inTicks, instrument));
        range.High = Math.Min(range.High, PositionBook.SaturatingAdd(above, Distance(above, (long)limit, inTicks, instrument)));
    }

    private long Distance(long price, long limit, bool inTicks, InstrumentId instrument) => inTicks
        ? (long)Int128.Min((Int128)limit * _references.Of(instrument).TickSize, long.MaxValue)
        : PositionBook.Share(price, (int)limit);

    /// <summary>The prices that a collar lies below and above; 0 where there is none.</summary>
    private (long Below, long Above) Around(CollarReference reference, InstrumentId instrument)
    {
        ref readonly MarketRecord market = ref _references.Of(instrument);
        long* best = _prices.Of(instrument);
        switch (reference)
        {
            case CollarReference.Top:
                return (best[0] != 0 ? best[0] : best[1], best[1] != 0 ? best[1] : best[0]);
            case CollarReference.Mid:
                long mid = best[0] != 0 && best[1] != 0 ? (long)(((ulong)best[0] + (ulong)best[1]) >> 1) : 0;
                return (mid, mid);
            case CollarReference.LastTrade:
                return (market.LastTrade, market.LastTrade);
            default:
                return (market.PreviousClose, market.PreviousClose);
        }
    }
}
