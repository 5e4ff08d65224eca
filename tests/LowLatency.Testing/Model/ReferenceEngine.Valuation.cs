using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>The controls that value positions: every value is found anew from positions and marks; only what a day began with, and its best moment, is kept.</summary>
public sealed partial class ReferenceEngine
{
    private static readonly RiskLimitKind[] ValuingKinds =
    [
        RiskLimitKind.MaxGrossExposure, RiskLimitKind.MaxNetExposure, RiskLimitKind.MaxLeverageBps, RiskLimitKind.MaxConcentrationBps, RiskLimitKind.MaxSectorExposure, RiskLimitKind.MaxDailyLoss, RiskLimitKind.MaxDrawdown,
    ];

    private readonly Dictionary<InstrumentId, BigInteger> _marks = [];
    private readonly Dictionary<RiskScope, (BigInteger Start, BigInteger Peak)> _results = [];
    private bool _valuing = definition.RiskLimits.Keys.Any(key => ValuingKinds.Contains(key.Kind));
    private (long Day, int Started)? _valuedDay;

    /// <summary>The controls that value, while they do.</summary>
    private IEnumerable<(RejectReason Reason, Func<Demand, Measured> Measure)> ValuingControls =>
    [
        (RejectReason.GrossPositionLimit, demand => Opening(demand, Value(demand, RiskLimitKind.MaxGrossExposure, scope => Gross(scope) + Open(scope, Side.Buy) + Open(scope, Side.Sell)))),
        (RejectReason.GrossPositionLimit, demand => Opening(demand, Value(demand, RiskLimitKind.MaxNetExposure, scope => demand.Side == Side.Buy ? Net(scope) + Open(scope, Side.Buy) : Open(scope, Side.Sell) - Net(scope)))),
        (RejectReason.LeverageLimit, demand => Opening(demand, Share(demand, RiskLimitKind.MaxLeverageBps, scope => Gross(scope) + Open(scope, Side.Buy) + Open(scope, Side.Sell), (scope, capital) => BigInteger.Max(0, capital + Pnl(scope))))),
        (RejectReason.ConcentrationLimit, demand => Opening(demand, Concentration(demand))),
        (RejectReason.SectorExposure, demand => Opening(demand, Sector(demand))),
        (RejectReason.LossLimit, demand => Loss(demand, RiskLimitKind.MaxDailyLoss, scope => _results.GetValueOrDefault(scope).Start - Pnl(scope))),
        (RejectReason.DrawdownLimit, demand => Loss(demand, RiskLimitKind.MaxDrawdown, scope => _results.GetValueOrDefault(scope).Peak - Pnl(scope))),
    ];

    /// <summary>Every scope that positions stand in.</summary>
    private IEnumerable<RiskScope> PositionScopes => new[] { RiskScope.Firm }
        .Concat(definition.Accounts.Select(account => RiskScope.Of(account.Id)))
        .Concat(definition.Instruments.All.Select(instrument => RiskScope.Of(instrument.Id)))
        .Concat(definition.Accounts.SelectMany(account => definition.Instruments.All.Select(instrument => RiskScope.Of(account.Id, instrument.Id))));

    private BigInteger Gross(RiskScope scope) => Sum(scope, (position, mark) => BigInteger.Abs(Worth(position, mark)));

    private BigInteger Net(RiskScope scope) => Sum(scope, Worth);

    private BigInteger Pnl(RiskScope scope) => Sum(scope, (position, mark) => Believed(position.RealizedPnl + Worth(position, mark) - position.Cost - position.Fees));

    private Measured Concentration(Demand demand)
    {
        BigInteger[] limits = [.. new[] { RiskScope.Firm, RiskScope.Of(demand.Account) }
            .Where(scope => _limits.ContainsKey((scope, RiskLimitKind.MaxConcentrationBps)))
            .Select(scope => (_limits.TryGetValue((scope, RiskLimitKind.Capital), out Int128 capital) ? (BigInteger)capital : 0) / 10_000 * _limits[(scope, RiskLimitKind.MaxConcentrationBps)])];
        if (limits.Length == 0)
        {
            return new(0, null, false, long.MaxValue, IsMoney: true);
        }

        BigInteger limit = limits.Min();
        BigInteger mark = _marks.GetValueOrDefault(demand.Instrument);
        BigInteger held = Position(demand.Account, demand.Instrument).Position;
        BigInteger bought = held + Working(demand.Account, demand.Instrument, Side.Buy);
        BigInteger sold = Working(demand.Account, demand.Instrument, Side.Sell) - held;
        (BigInteger own, BigInteger other) = demand.Side == Side.Buy ? (bought, sold) : (sold, bought);
        BigInteger value = BigInteger.Max(Believed(BigInteger.Max(0, own + demand.Extra) * mark), Believed(BigInteger.Max(0, other) * mark));
        BigInteger left = Believed(BigInteger.Max(0, other) * mark) > limit || mark == 0 ? 0 : BigInteger.Max(0, (limit / mark) - own);
        return new(value, limit, value > limit, mark == 0 ? long.MaxValue : demand.Quantity - demand.Extra + left, IsMoney: true);
    }

    /// <summary>The worst cases of all positions in the sector, of firm or account the tighter.</summary>
    private Measured Sector(Demand demand)
    {
        Measured tightest = new(0, null, false, long.MaxValue, IsMoney: true);
        string? sector = definition.SectorOf(demand.Instrument);
        BigInteger mark = _marks.GetValueOrDefault(demand.Instrument);
        foreach (RiskScope scope in new[] { RiskScope.Firm, RiskScope.Of(demand.Account) }.Where(scope => sector != null && _limits.ContainsKey((scope, RiskLimitKind.MaxSectorExposure))))
        {
            BigInteger limit = _limits[(scope, RiskLimitKind.MaxSectorExposure)];
            BigInteger others = 0;
            foreach ((AccountId account, InstrumentId instrument) in definition.Accounts.SelectMany(account => definition.Instruments.All.Select(one => (account.Id, one.Id))))
            {
                if (definition.SectorOf(instrument) == sector && scope.Covers(account, default, default, instrument) && (account, instrument) != (demand.Account, demand.Instrument))
                {
                    (BigInteger bought, BigInteger sold) = Worst(account, instrument);
                    BigInteger price = _marks.GetValueOrDefault(instrument);
                    others += BigInteger.Max(Believed(BigInteger.Max(0, bought) * price), Believed(BigInteger.Max(0, sold) * price));
                }
            }

            (BigInteger own, BigInteger other) = demand.Side == Side.Buy ? Worst(demand.Account, demand.Instrument) : Turned(Worst(demand.Account, demand.Instrument));
            BigInteger against = Believed(BigInteger.Max(0, other) * mark);
            BigInteger value = others + BigInteger.Max(Believed(BigInteger.Max(0, own + demand.Extra) * mark), against);
            BigInteger left = limit - others;
            BigInteger more = mark == 0 || against > left ? 0 : BigInteger.Max(0, BigInteger.Divide(left, mark) - own);
            BigInteger room = mark == 0 ? long.MaxValue : demand.Quantity - demand.Extra + more;
            bool isTighter = tightest.Limit == null || limit - value < tightest.Limit - tightest.Value;
            tightest = (isTighter ? new(value, limit, value > limit, 0, IsMoney: true) : tightest) with { Room = BigInteger.Min(tightest.Room, room) };
        }

        return tightest with { IsBroken = tightest.IsBroken && demand.Extra > 0 };
    }

    /// <summary>An order that can only make its position smaller passes, and so much of one would.</summary>
    private Measured Opening(Demand demand, Measured measured)
    {
        if (measured.Limit == null)
        {
            return measured;
        }

        BigInteger held = Position(demand.Account, demand.Instrument).Position;
        BigInteger closes = demand.Side == Side.Buy ? -held : held;
        BigInteger working = Working(demand.Account, demand.Instrument, demand.Side == Side.Buy ? Side.Buy : Side.Sell);
        bool reduces = closes > 0 && working + demand.Extra <= closes;
        BigInteger room = closes <= 0 ? 0 : BigInteger.Max(0, demand.Quantity - demand.Extra + BigInteger.Max(0, closes - working));
        return measured with { IsBroken = measured.IsBroken && !reduces, Room = BigInteger.Max(measured.Room, room) };
    }

    /// <summary>A position with every buy order filled, and the other way with every sell order.</summary>
    private (BigInteger Bought, BigInteger Sold) Worst(AccountId account, InstrumentId instrument)
    {
        BigInteger held = Position(account, instrument).Position;
        return (held + Working(account, instrument, Side.Buy), Working(account, instrument, Side.Sell) - held);
    }

    private static (BigInteger, BigInteger) Turned((BigInteger First, BigInteger Second) pair) => (pair.Second, pair.First);

    private static BigInteger Worth(ReferencePosition position, BigInteger mark) => Believed(position.Position * mark);

    private static BigInteger Believed(BigInteger value) => BigInteger.Min(BigInteger.Max(value, -LargestFill), LargestFill);

    private BigInteger Sum(RiskScope scope, Func<ReferencePosition, BigInteger, BigInteger> value)
    {
        BigInteger sum = 0;
        foreach (((AccountId account, InstrumentId instrument), ReferencePosition position) in _positions)
        {
            if (scope.Covers(account, scope.Strategy, scope.Venue, instrument))
            {
                sum += value(position, _marks.GetValueOrDefault(instrument));
            }
        }

        return sum;
    }

    /// <summary>Before an event: a day that has begun starts with what has been won and lost by now.</summary>
    private void BeginDay()
    {
        if (_valuing && _valuedDay != Today())
        {
            StartResults();
        }
    }

    /// <summary>After an event: the best moment may be now.</summary>
    private void EndEvent()
    {
        if (!_valuing)
        {
            return;
        }

        foreach (RiskScope scope in PositionScopes)
        {
            (BigInteger start, BigInteger peak) = _results.GetValueOrDefault(scope);
            _results[scope] = (start, BigInteger.Max(peak, Pnl(scope)));
        }
    }

    private void BeginValuing(RiskLimitKind kind)
    {
        if (!_valuing && ValuingKinds.Contains(kind))
        {
            _valuing = true;
            StartResults();
        }
    }

    private void StartResults()
    {
        _valuedDay = Today();
        foreach (RiskScope scope in PositionScopes)
        {
            _results[scope] = (Pnl(scope), Pnl(scope));
        }
    }

    private Measured Share(Demand demand, RiskLimitKind kind, Func<RiskScope, BigInteger> sum, Func<RiskScope, BigInteger, BigInteger> own)
    {
        Measured measured = Value(demand, kind, sum, (scope, bps) => (_limits.TryGetValue((scope, RiskLimitKind.Capital), out Int128 capital) ? own(scope, capital) : 0) / 10_000 * bps);
        return measured;
    }

    private Measured Loss(Demand demand, RiskLimitKind kind, Func<RiskScope, BigInteger> loss)
    {
        Measured measured = Tightest(demand, kind, loss) with { IsMoney = true };
        BigInteger held = Position(demand.Account, demand.Instrument).Position;
        BigInteger working = Working(demand.Account, demand.Instrument, demand.Side == Side.Buy ? Side.Buy : Side.Sell) + demand.Extra;
        bool reduces = demand.Side == Side.Buy ? held < 0 && working <= -held : held > 0 && working <= held;
        return measured with { IsBroken = measured.IsBroken && !reduces };
    }
}
