using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;
using LowLatency.Trading.Venues;

namespace LowLatency.Testing;

/// <summary>Seeded random traffic for an <see cref="EngineBench"/>'s definition: good and bad requests, a venue that answers late and in odd ways, market data, kill switches.</summary>
public sealed class OrderFlow(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<(VenueRequest Request, long Left)> _atVenue = [];
    private readonly List<OrderHandle> _handles = [];
    private readonly List<(OrderHandle Handle, ulong Number)> _executions = [];
    private readonly List<RiskScope> _thrown = [];
    private readonly List<ulong>[] _live = [[], []];
    private readonly List<(RiskScope, RiskLimitKind)> _set = [];
    private readonly Queue<(InstrumentId Instrument, VenueId Venue)> _silent = [];
    private bool _asksEntitlements;
    private long _timeNs = 1_000_000;
    private ulong _number;

    /// <summary>What the engine was given, as text, for the oracle and for failure messages.</summary>
    public Action<TradingEngine, List<VenueRequest>> AfterStep { get; set; } = (_, _) => { };

    /// <summary>How many operators are defined.</summary>
    public int Operators { get; init; }

    /// <summary>Every report, in the order of its sequence.</summary>
    public List<ExecutionReport> Reports { get; } = [];

    /// <summary>Drives an engine for a number of steps, then ends every order that is left.</summary>
    public void Drive(TradingEngine engine, Func<List<VenueRequest>> requests, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            _timeNs += _random.Next(1000);
            Step(engine);
            Collect(engine, requests);
        }

        RiskScope firm = RiskScope.Firm;
        engine.Operator.Send(OperatorCommand.CancelAll, _timeNs, in firm, new OperatorId((ushort)Math.Min(Operators, 1)));
        Collect(engine, requests);
        while (_atVenue.Count > 0)
        {
            _timeNs++;
            End(engine);
            Collect(engine, requests);
        }

        // The venue's last word on every order it ever saw: what was answered in an impossible way, or not at all, ends here too.
        foreach (OrderHandle handle in _handles.Distinct())
        {
            foreach ((ExecType execType, bool replace) in ((ExecType, bool)[])[(ExecType.Canceled, false), (ExecType.CancelReject, false), (ExecType.CancelReject, true)])
            {
                _timeNs++;
                VenueReport report = new() { Handle = handle, TransactTimeNs = _timeNs, ExecType = execType, AnswersReplace = replace, Reason = RejectReason.VenueTooLate };
                engine.VenueReports[0].Publish(in report, _timeNs);
            }

            Collect(engine, requests);
        }
    }

    private void Collect(TradingEngine engine, Func<List<VenueRequest>> requests)
    {
        while (engine.Turn(64) > 0)
        {
        }

        List<VenueRequest> sent = requests();
        foreach (VenueRequest request in sent.Where(request => request.Kind != VenueRequestKind.Terms))
        {
            _atVenue.Add((request, request.Kind == VenueRequestKind.New ? request.Quantity.Raw : 0));
            _handles.Add(request.Handle);
        }

        List<ExecutionReport> reports = [];
        foreach (StrategyPort port in engine.Strategies)
        {
            reports.AddRange(EngineBench.Reports(port));
        }

        Reports.AddRange(reports.OrderBy(r => r.Sequence));
        foreach (ExecutionReport report in reports.Where(report => report.ExecType is not ExecType.CancelReject))
        {
            List<ulong> live = _live[report.Strategy.Value - 1];
            live.RemoveAll(id => id == report.ClOrdId || id == report.OrigClOrdId);
            if (!report.OrdStatus.IsFinal())
            {
                live.Add(report.ClOrdId);
            }
        }

        _handles.AddRange(reports.Where(report => report.OrdStatus == OrdStatus.Held).Select(report => report.Handle));
        AfterStep(engine, sent);
    }

    private void Step(TradingEngine engine)
    {
        StrategyPort port = engine.Strategies[_random.Next(engine.Strategies.Count)];
        switch (_random.Next(20))
        {
            case < 5:
                New(port);
                break;
            case < 7:
                NewTermed(port);
                break;
            case < 9:
                port.Cancel(Id(port), _timeNs, AnyHandle());
                break;
            case < 10:
                port.Cancel(Id(port), _timeNs, (ulong)_random.NextInt64((long)port.NextClOrdId + 2));
                break;
            case < 12:
                Replace(port);
                break;
            case < 18:
                Answer(engine);
                break;
            case < 19:
                Quote(engine);
                break;
            default:
                Command(engine);
                break;
        }
    }

    private void Command(TradingEngine engine)
    {
        switch (_random.Next(10))
        {
            case 8:
                if (_random.Next(10) == 0)
                {
                    engine.Strategies[_random.Next(engine.Strategies.Count)].Disconnect(_timeNs, _random.Next(2) == 0);
                }

                engine.MarketData.PublishTime(_timeNs);
                break;
            case 9:
                Entitle(engine);
                break;
            case < 3:
                Kill(engine);
                break;
            case < 6:
                SetLimit(engine);
                break;
            default:
                OperatorCommand command = _random.Next(2) == 0 ? OperatorCommand.StartDay : OperatorCommand.Enable;
                RiskScope scope = _random.Next(3) == 0 ? Scope() : RiskScope.Firm;
                engine.Operator.Send(command, _timeNs, in scope, Somebody());
                break;
        }
    }

    /// <summary>Begins to ask for entitlements now and then, and mostly grants all or takes some away that others cover.</summary>
    private void Entitle(TradingEngine engine)
    {
        (OperatorId by, OperatorId approvedBy) = SomebodySure();
        if (!_asksEntitlements && _random.Next(3) > 0)
        {
            return;
        }

        RiskScope scope = _random.Next(3) == 0 ? RiskScope.Firm : Scope();
        _asksEntitlements |= by.Value != 0;
        engine.Operator.Send(_random.Next(3) == 0 ? OperatorCommand.Revoke : OperatorCommand.Grant, _timeNs, in scope, by, approvedBy);
    }

    private RiskScope Scope() => _random.Next(6) switch
    {
        0 => RiskScope.Firm,
        1 => RiskScope.Of(new AccountId((ushort)_random.Next(1, 3))),
        2 => RiskScope.Of(new StrategyId((ushort)_random.Next(1, 3))),
        3 => RiskScope.Of(new VenueId((ushort)_random.Next(1, 3))),
        4 => RiskScope.Of(new InstrumentId(_random.Next(1, 3))),
        _ => RiskScope.Of(new AccountId((ushort)_random.Next(1, 3)), new InstrumentId(_random.Next(1, 3))),
    };

    /// <summary>Moves a limit to where orders meet it, and mostly takes one away that is set, so that trading goes on.</summary>
    private void SetLimit(TradingEngine engine)
    {
        if (_set.Count > 2 && _random.Next(5) > 1)
        {
            int index = _random.Next(_set.Count);
            (RiskScope set, RiskLimitKind kind) = _set[index];
            (OperatorId by, OperatorId approvedBy) = SomebodySure();
            if (by.Value != 0 || Operators == 0)
            {
                _set.RemoveAt(index);
            }

            engine.Operator.SetLimit(in set, kind, OperatorRecord.NoLimit, _timeNs, by, approvedBy);
            return;
        }

        RiskLimitRule rule = SomeRule();
        RiskScope scope = Scope();
        Int128 value = ValueFor(rule);
        if (_random.Next(8) == 0)
        {
            scope = new RiskScope(new AccountId((ushort)_random.Next(4)), new StrategyId((ushort)_random.Next(4)), new VenueId((ushort)_random.Next(4)), new InstrumentId(_random.Next(-1, 4)));
            value = _random.Next(3) == 0 ? -1 : _random.Next(2) == 0 ? rule.Most + 1 : value;
            RiskLimitKind any = _random.Next(2) == 0 ? (RiskLimitKind)_random.Next(256) : rule.Kind;
            _set.Add((scope, any));
            engine.Operator.SetLimit(in scope, any, value, _timeNs, Somebody(), Somebody());
            return;
        }

        _set.Add((scope, rule.Kind));
        engine.Operator.SetLimit(in scope, rule.Kind, value, _timeNs, Somebody(), Somebody());
        if (rule.Kind is >= RiskLimitKind.BreakerMaxFailures and <= RiskLimitKind.BreakerMaxLosses && _random.Next(4) > 0)
        {
            _set.Add((scope, RiskLimitKind.BreakerCooldown));
            engine.Operator.SetLimit(in scope, RiskLimitKind.BreakerCooldown, _random.Next(1_000, 10_000), _timeNs, Somebody(), Somebody());
        }

        if (rule.Kind is RiskLimitKind.MaxLeverageBps or RiskLimitKind.MaxConcentrationBps && _random.Next(3) > 0)
        {
            engine.Operator.SetLimit(in scope, RiskLimitKind.Capital, (Int128)_random.Next(1_000, 20_000) * Price.One * Quantity.One, _timeNs, Somebody(), Somebody());
        }
    }

    /// <summary>The many kinds of collars together come about as often as two others, those of breakers half as often as others.</summary>
    private RiskLimitRule SomeRule()
    {
        RiskLimitRule rule;
        do
        {
            rule = RiskLimitRules.All[_random.Next(RiskLimitRules.All.Count)];
        }
        while ((rule.Kind is >= RiskLimitKind.AggressiveTopCollarBps and <= RiskLimitKind.PassiveCloseCollarTicks && _random.Next(8) > 0)
            || (rule.Kind is >= RiskLimitKind.BreakerWindow and <= RiskLimitKind.BreakerMaxSpreadBps && _random.Next(2) > 0));
        return rule;
    }

    private Int128 ValueFor(RiskLimitRule rule) => rule.Kind switch
    {
        RiskLimitKind.MaxMessageRate => _random.Next(2) == 0 ? _random.Next(0, 30) : _random.Next(100_000, 1_000_000),
        RiskLimitKind.MaxMessageBurst => _random.Next(0, 12),
        RiskLimitKind.MaxGrossCredit or RiskLimitKind.MaxNetCredit or RiskLimitKind.MaxDailyTraded => (Int128)_random.Next(1_000, 400_000) * Price.One * Quantity.One,
        RiskLimitKind.MaxGrossExposure or RiskLimitKind.MaxNetExposure or RiskLimitKind.MaxSectorExposure => (Int128)_random.Next(1_000, 30_000) * Price.One * Quantity.One,
        RiskLimitKind.Capital => (Int128)_random.Next(1_000, 20_000) * Price.One * Quantity.One,
        RiskLimitKind.MaxLeverageBps or RiskLimitKind.MaxConcentrationBps => _random.Next(1_000, 40_000),
        RiskLimitKind.MaxDailyLoss or RiskLimitKind.MaxDrawdown => (Int128)_random.Next(0, 400) * Price.One * Quantity.One,
        RiskLimitKind.MaxExecutions => _random.Next(0, 100),
        RiskLimitKind.MaxDailyOrders => _random.Next(0, 12),
        RiskLimitKind.MaxMessagesPerFill => _random.Next(0, 4),
        RiskLimitKind.Restriction or RiskLimitKind.ShortSale => _random.Next(4) == 0 ? 0 : 1,
        RiskLimitKind.BreakerWindow or RiskLimitKind.BreakerCooldown => _random.Next(1_000, 30_000),
        RiskLimitKind.MaxOrderAge or RiskLimitKind.MaxUnacknowledged or RiskLimitKind.MaxUnacknowledgedStop => _random.Next(2_000, 100_000),
        RiskLimitKind.BreakerMaxLatency => _random.Next(500, 20_000),
        RiskLimitKind.BreakerProbes => _random.Next(0, 4),
        RiskLimitKind.BreakerMaxFailures or RiskLimitKind.BreakerMaxLosses => _random.Next(0, 4),
        RiskLimitKind.BreakerMaxFailureBps => _random.Next(0, 800),
        RiskLimitKind.BreakerMaxShortfallBps => _random.Next(0, 600),
        RiskLimitKind.BreakerMaxSpreadBps => _random.Next(100, 700),
        RiskLimitKind.SelfTradePrevention => _random.Next(4),
        RiskLimitKind.MaxMarketDataAge => _random.Next(20_000, 400_000),
        RiskLimitKind.MaxOverlapTicks => _random.Next(0, 3),
        RiskLimitKind.MaxVolumeShareBps => _random.Next(50, 2_000),
        RiskLimitKind.MaxWorkingOrders => _random.Next(0, 12),
        _ => rule.Unit switch
        {
            RiskLimitUnit.Quantity => (Int128)_random.Next(100, 1_600) * Quantity.One,
            RiskLimitUnit.Money => (Int128)_random.Next(1_000, 60_000) * Price.One * Quantity.One,
            RiskLimitUnit.BasisPoints => _random.Next(200, 2_000),
            RiskLimitUnit.Nanoseconds => _random.Next(1, 30_000),
            _ => _random.Next(1, 50),
        },
    };

    /// <summary>Two operators who may do everything, where there are some; seldom nobody.</summary>
    private (OperatorId By, OperatorId ApprovedBy) SomebodySure() => Operators < 2 || _random.Next(8) == 0 ? (default, default) : (new OperatorId(1), new OperatorId(2));

    /// <summary>One of the operators, where there are some; seldom nobody, or one who is not there.</summary>
    private OperatorId Somebody() => new((ushort)(Operators == 0 ? 0 : _random.Next(12) == 0 ? _random.Next(2) * (Operators + 1) : _random.Next(1, Operators + 1)));

    private void New(StrategyPort port)
    {
        bool odd = _random.Next(8) == 0;
        InstrumentId instrument = new(odd ? _random.Next(-1, 5) : _random.Next(1, 3));
        bool market = _random.Next(6) == 0;
        if (_random.Next(6) == 0)
        {
            // The like of many others, for duplicates.
            port.NewOrder(Id(port), _timeNs, new InstrumentId(1), Side.Buy, OrderType.Limit, TimeInForce.Gtc, new Price(10 * Price.One), new Quantity(10 * Quantity.One));
            return;
        }

        port.NewOrder(
            Id(port),
            _timeNs - _random.Next(3),
            instrument,
            odd ? (Side)_random.Next(8) : SomeSide(),
            odd ? (OrderType)_random.Next(4) : market ? OrderType.Market : OrderType.Limit,
            (TimeInForce)(odd ? _random.Next(7) : _random.Next(2)),
            market ? default : odd && _random.Next(4) == 0 ? new Price(_random.NextInt64(-5, long.MaxValue >> _random.Next(60))) : Tick(),
            odd ? new Quantity(_random.NextInt64(-5, long.MaxValue >> _random.Next(60))) : new Quantity(_random.Next(1, 60) * 10 * Quantity.One),
            odd ? (ExecInst)_random.Next(4) : ExecInst.None,
            new VenueId((ushort)(odd ? _random.Next(4) : 0)));
    }

    private void Replace(StrategyPort port)
    {
        Price price = _random.Next(3) == 0 ? default : Tick();
        Quantity quantity = new(_random.Next(-1, 60) * 10 * Quantity.One);
        if (_random.Next(4) == 0)
        {
            port.Replace(Id(port), _timeNs, AnyHandle(), price, quantity, Terms((OrderType)_random.Next(3, 9), _random.Next(3) == 0 ? TimeInForce.Gtd : TimeInForce.Gtc, quantity));
            return;
        }

        port.Replace(Id(port), _timeNs, AnyHandle(), price, quantity);
    }

    /// <summary>An order that waits for a trigger, ends by a date, or has other terms; mostly with terms that fit.</summary>
    private void NewTermed(StrategyPort port)
    {
        if (_random.Next(6) == 0)
        {
            Ring(port);
            return;
        }

        bool odd = _random.Next(10) == 0;
        OrderType type = (OrderType)_random.Next(odd ? 0 : _random.Next(6) == 0 ? 1 : 3, odd ? 13 : _random.Next(4) == 0 ? 11 : 9);
        TimeInForce timeInForce = _random.Next(4) == 0 ? TimeInForce.Gtd : odd ? (TimeInForce)_random.Next(9) : (TimeInForce)_random.Next(2);
        InstrumentId instrument = new(odd ? _random.Next(-1, 5) : _random.Next(1, 3));
        VenueId venue = new((ushort)(odd ? _random.Next(4) : instrument.Value == 1 && _random.Next(3) == 0 ? 2 : 0));
        Quantity quantity = new(_random.Next(1, venue.Value == 2 ? 6 : 60) * (venue.Value == 2 ? 100 : 10) * Quantity.One);
        bool carries = type is OrderType.Limit or OrderType.StopLimit or OrderType.LimitIfTouched || (type == OrderType.Pegged && _random.Next(2) == 0);
        ExecInst execInst = _random.Next(5) == 0 ? ExecInst.ReduceOnly : _random.Next(12) == 0 ? (ExecInst)_random.Next(20) : ExecInst.None;
        Price price = carries != (_random.Next(20) == 0) ? Tick() : default;
        if (_random.Next(12) == 0)
        {
            port.NewOrder(Id(port), _timeNs, instrument, odd ? (Side)_random.Next(8) : SomeSide(), type, timeInForce, price, quantity, execInst, venue);
            return;
        }

        OrderTerms terms = Terms(_random.Next(12) == 0 ? (OrderType)_random.Next(11) : type, timeInForce, quantity);
        Link(port, ref terms);
        port.NewOrder(Id(port), _timeNs, instrument, odd ? (Side)_random.Next(8) : SomeSide(), type, timeInForce, price, quantity, in terms, execInst, venue);
    }

    /// <summary>Two orders at the venue that are linked; seldom three.</summary>
    private void Ring(StrategyPort port)
    {
        Contingency kind = _random.Next(4) == 0 ? Contingency.OneCancelsTheOther : Contingency.OneUpdatesTheOther;
        InstrumentId instrument = new(_random.Next(1, 3));
        Quantity quantity = new(_random.Next(2, 30) * 10 * Quantity.One);
        ulong first = port.NextClOrdId;
        port.NewOrder(first, _timeNs, instrument, SomeSide(), OrderType.Limit, TimeInForce.Gtc, Tick(), quantity);
        for (int more = _random.Next(4) == 0 ? 2 : 1; more > 0; more--)
        {
            OrderTerms terms = default(OrderTerms).With(kind, first);
            port.NewOrder(port.NextClOrdId, _timeNs, instrument, SomeSide(), OrderType.Limit, TimeInForce.Gtc, Tick(), quantity, in terms);
        }
    }

    /// <summary>Links an order now and then with one of those before it.</summary>
    private void Link(StrategyPort port, ref OrderTerms terms)
    {
        List<ulong> live = _live[port.Id.Value - 1];
        ulong Earlier() => live.Count == 0 || _random.Next(10) == 0
            ? (ulong)_random.NextInt64((long)port.NextClOrdId + 1)
            : live[Math.Max(0, live.Count - 1 - _random.Next(4))];
        if (live.Count == 0 && _random.Next(8) > 0)
        {
            return;
        }

        if (_random.Next(5) == 0)
        {
            terms.ParentClOrdId = Earlier();
        }

        if (_random.Next(4) == 0)
        {
            terms.LinkedClOrdId = Earlier();
            terms.Contingency = (Contingency)(_random.Next(12) == 0 ? _random.Next(6) : _random.Next(2) == 0 ? 1 : 3);
        }
    }

    private OrderTerms Terms(OrderType type, TimeInForce timeInForce, Quantity quantity)
    {
        OrderTerms terms = default;
        switch (type)
        {
            case OrderType.Stop or OrderType.StopLimit or OrderType.MarketIfTouched or OrderType.LimitIfTouched:
                terms.StopPrice = Tick();
                terms.TriggerSource = (TriggerSource)_random.Next(4);
                break;
            case OrderType.TrailingStop or OrderType.TrailingStopLimit:
                terms.OffsetUnit = (OffsetUnit)_random.Next(3);
                terms.Offset = terms.OffsetUnit switch { OffsetUnit.Price => _random.NextInt64(1, 100_000_000), OffsetUnit.Ticks => _random.Next(1, 40), _ => _random.Next(1, 1_500) };
                terms.LimitOffset = new Price(type == OrderType.TrailingStopLimit ? _random.NextInt64(100_000_000) : 0);
                terms.TriggerSource = (TriggerSource)_random.Next(4);
                break;
            case OrderType.Pegged:
                terms.PegSource = (PegSource)(_random.Next(3) switch { 0 => 2, 1 => 4, _ => 5 });
                terms.Offset = _random.Next(-4, 4);
                terms.OffsetUnit = OffsetUnit.Ticks;
                break;
        }

        terms.ExpireTimeNs = timeInForce == TimeInForce.Gtd ? _timeNs + _random.Next(20_000) : 0;
        terms.DisplayQuantity = _random.Next(8) == 0 ? new Quantity(quantity.Raw / 2) : default;
        terms.MinQuantity = _random.Next(8) == 0 ? new Quantity(quantity.Raw / 2) : default;
        if (_random.Next(15) == 0)
        {
            switch (_random.Next(6))
            {
                case 0:
                    terms.StopPrice = new Price(_random.NextInt64(-5, long.MaxValue >> _random.Next(60)));
                    break;
                case 1:
                    terms.Offset = _random.NextInt64(-5, long.MaxValue >> _random.Next(60));
                    break;
                case 2:
                    terms.TriggerSource = (TriggerSource)_random.Next(256);
                    break;
                case 3:
                    terms.OffsetUnit = (OffsetUnit)_random.Next(256);
                    break;
                case 4:
                    terms.PegSource = (PegSource)_random.Next(8);
                    break;
                default:
                    terms.ExpireTimeNs = _random.NextInt64(-5, 5);
                    break;
            }
        }

        return terms;
    }

    private ulong Id(StrategyPort port) => _random.Next(30) == 0 ? (ulong)_random.NextInt64((long)port.NextClOrdId) : port.NextClOrdId + (ulong)_random.Next(2);

    private Side SomeSide() => _random.Next(2) == 0 ? Side.Buy : _random.Next(3) switch { 0 => Side.SellShort, 1 when _random.Next(4) == 0 => Side.SellShortExempt, _ => Side.Sell };

    private Price Tick() => new((_random.Next(18, 23) * 50_000_000L) + (_random.Next(12) == 0 ? _random.Next(-3, 3) : 0));

    private OrderHandle AnyHandle() => _handles.Count == 0 || _random.Next(10) == 0
        ? new OrderHandle(_random.Next(-2, 70), (uint)_random.Next(4))
        : _handles[Math.Max(0, _handles.Count - 1 - _random.Next(12))];

    private void Quote(TradingEngine engine)
    {
        if (_random.Next(6) == 0)
        {
            ShowDepth(engine);
            return;
        }

        if (_random.Next(3) == 0)
        {
            Refer(engine);
            return;
        }

        if (_random.Next(14) == 0)
        {
            Announce(engine);
            return;
        }

        long bid = _random.Next(18, 22) * 50_000_000L;
        long spread = _random.Next(5) == 0 ? _random.Next(-2, 1) : 1;
        Quantity Size() => new(_random.Next(4) * Quantity.One);
        engine.MarketData.PublishTop(new InstrumentId(_random.Next(0, 4)), new TopOfBook(new Price(bid), Size(), new Price(bid + (spread * 50_000_000)), Size()), _timeNs);
    }

    /// <summary>Closes or halts a venue or an instrument now and then, and mostly opens it again, so that trading goes on.</summary>
    private void Announce(TradingEngine engine)
    {
        TradingStatus status = (TradingStatus)(_random.Next(12) == 0 ? _random.Next(9) : _random.Next(7));
        if (_silent.Count > 0 && _random.Next(4) > 0)
        {
            (InstrumentId instrument, VenueId venue) = _silent.Dequeue();
            status = _random.Next(3) == 0 ? TradingStatus.Unknown : TradingStatus.Open;
            Announce(engine, instrument, venue, status);
            return;
        }

        bool odd = _random.Next(12) == 0;
        bool ofVenue = _random.Next(2) == 0;
        InstrumentId some = new(ofVenue ? 0 : odd ? _random.Next(-1, 4) : _random.Next(1, 3));
        VenueId at = new((ushort)(ofVenue ? odd ? _random.Next(4) : _random.Next(1, 3) : 0));
        _silent.Enqueue((some, at));
        Announce(engine, some, at, status);
    }

    private void Announce(TradingEngine engine, InstrumentId instrument, VenueId venue, TradingStatus status) => _ = venue.Value != 0
        ? engine.MarketData.PublishStatus(venue, status, _timeNs)
        : engine.MarketData.PublishStatus(instrument, status, _timeNs);

    /// <summary>Shows a side of a book, mostly in order.</summary>
    private void ShowDepth(TradingEngine engine)
    {
        InstrumentId instrument = new(_random.Next(8) == 0 ? _random.Next(-1, 4) : _random.Next(1, 3));
        Side side = (Side)(_random.Next(12) == 0 ? _random.Next(4) : _random.Next(1, 3));
        long price = _random.Next(18, 23) * 50_000_000L;
        for (int level = 0; level < 5; level++)
        {
            int at = _random.Next(20) == 0 ? _random.Next(-1, 12) : level;
            engine.MarketData.PublishDepth(instrument, side, at, new Price(price), new Quantity(_random.Next(_random.Next(12) == 0 ? -1 : 10, 400) * Quantity.One), _timeNs);
            price += (side == Side.Buy ? -1 : 1) * _random.Next(_random.Next(8) == 0 ? 0 : 1, 4) * 10_000_000L;
        }
    }

    /// <summary>Brings reference data near the prices of orders, and takes bands away again, so that trading goes on.</summary>
    private void Refer(TradingEngine engine)
    {
        InstrumentId instrument = new(_random.Next(8) == 0 ? _random.Next(-1, 4) : _random.Next(1, 3));
        Price Near() => new(_random.Next(8) == 0 ? _random.Next(-1, 1) : _random.Next(18, 23) * 50_000_000L);
        switch (_random.Next(9))
        {
            case 0:
                engine.MarketData.PublishReference(instrument, (ReferenceField)_random.Next(8), Near(), _timeNs);
                break;
            case 8:
                engine.MarketData.PublishShortSaleTest(instrument, _random.Next(2) == 0, _timeNs);
                break;
            case 1:
                engine.MarketData.PublishReference(instrument, _random.Next(2) == 0 ? ReferenceField.LastTrade : ReferenceField.PreviousClose, Near(), _timeNs);
                break;
            case 2:
                engine.MarketData.PublishVolume(instrument, new Quantity(_random.Next(0, 20_000) * Quantity.One), _timeNs);
                break;
            case 3:
                engine.MarketData.PublishPriceBand(instrument, Near(), Near(), _timeNs);
                break;
            default:
                engine.MarketData.PublishPriceBand(instrument, default, default, _timeNs);
                break;
        }
    }

    /// <summary>Throws a switch now and then, and mostly releases one that is thrown, so that trading goes on.</summary>
    private void Kill(TradingEngine engine)
    {
        OperatorId by = Somebody();
        RiskScope scope = new(new AccountId((ushort)_random.Next(4)), new StrategyId((ushort)_random.Next(4)), new VenueId((ushort)_random.Next(4)), new InstrumentId(_random.Next(-1, 4)));
        OperatorCommand command = _random.Next(5) switch { < 2 => OperatorCommand.Kill, 2 => OperatorCommand.Release, 3 => OperatorCommand.CancelAll, _ => (OperatorCommand)_random.Next(256) };
        if (_thrown.Count > 0 && _random.Next(4) > 0)
        {
            int index = _random.Next(_thrown.Count);
            scope = _thrown[index];
            (by, _) = SomebodySure();
            if (by.Value != 0 || Operators == 0)
            {
                _thrown.RemoveAt(index);
            }

            command = OperatorCommand.Release;
        }
        else if (command == OperatorCommand.Kill)
        {
            scope = _random.Next(3) == 0 ? scope : Scope();
            _thrown.Add(scope);
        }
        else if (command == OperatorCommand.CancelAll)
        {
            scope = _random.Next(3) == 0 ? scope : Scope();
        }

        engine.Operator.Send(command, _timeNs, in scope, by);
    }

    /// <summary>Answers one request at the venue: in order mostly, fills before acks, refusals and nonsense now and then.</summary>
    private void Answer(TradingEngine engine)
    {
        if (_executions.Count > 0 && _random.Next(25) == 0)
        {
            Amend(engine);
            return;
        }

        if (_random.Next(60) == 0)
        {
            // A fill of whatever it is, asked for or not.
            VenueReport fill = new()
            {
                Handle = AnyHandle(),
                VenueNumber = ++_number,
                TransactTimeNs = _timeNs - 5,
                ExecType = ExecType.Trade,
                Price = new Price(_random.Next(18, 23) * 50_000_000L),
                Quantity = new Quantity(_random.Next(1, 40) * 10 * Quantity.One),
            };
            Publish(engine, fill);
            return;
        }

        if (_atVenue.Count == 0)
        {
            return;
        }

        int index = _random.Next(4) == 0 ? _random.Next(_atVenue.Count) : 0;
        (VenueRequest request, long left) = _atVenue[index];
        VenueReport report = new() { Handle = request.Handle, VenueNumber = ++_number, TransactTimeNs = _timeNs - 5, Instrument = request.Instrument, Venue = request.Venue };
        bool last = true;
        switch (request.Kind)
        {
            case VenueRequestKind.New when left == request.Quantity.Raw && _random.Next(12) == 0:
                report.ExecType = ExecType.Rejected;
                report.Reason = RejectReason.VenueRejected;
                break;
            case VenueRequestKind.New when left > 0 && _random.Next(3) > 0:
                long quantity = _random.Next(4) switch { 0 => left, 1 => Math.Min(left, 10 * Quantity.One), _ => Math.Max(Quantity.One, left / Quantity.One / 2 * Quantity.One) };
                report.ExecType = _random.Next(3) == 0 ? ExecType.New : ExecType.Trade;
                report.Price = new Price(_random.Next(18, 23) * 50_000_000L);
                report.Quantity = new Quantity(report.ExecType == ExecType.Trade ? quantity + (_random.Next(40) == 0 ? Quantity.One : 0) : 0);
                report.Liquidity = (Liquidity)_random.Next(3);
                _atVenue[index] = (request, report.ExecType == ExecType.Trade ? left - quantity : left);
                last = false;
                break;
            case VenueRequestKind.New when _random.Next(3) == 0:
                report.ExecType = (ExecType)"93D"[_random.Next(3)];
                last = false;
                break;
            case VenueRequestKind.New:
                report.ExecType = (ExecType)"48CL"[_random.Next(4)];
                report.Reason = report.ExecType == ExecType.Rejected ? RejectReason.VenueRejected : RejectReason.None;
                break;
            default:
                bool replace = request.Kind == VenueRequestKind.Replace;
                bool refuse = _random.Next(3) == 0;
                report.ExecType = refuse ? ExecType.CancelReject : replace ? ExecType.Replaced : ExecType.Canceled;
                report.AnswersReplace = replace;
                report.Reason = refuse ? RejectReason.VenueTooLate : RejectReason.None;
                report.Price = replace && !refuse ? request.Price : default;
                report.Quantity = replace && !refuse ? request.Quantity : default;
                break;
        }

        Publish(engine, report);
        if (last && _random.Next(10) > 0)
        {
            _atVenue.RemoveAt(index);
        }
    }

    /// <summary>Publishes a report; of a fill mostly with what it is of, seldom wrong, and remembers it.</summary>
    private void Publish(TradingEngine engine, VenueReport report)
    {
        if (report.ExecType == ExecType.Trade)
        {
            _executions.Add((report.Handle, report.VenueNumber));
            report.Side = (Side)_random.Next(7);
            report.VenueNumber = _random.Next(30) == 0 ? 0 : report.VenueNumber;
            report.Instrument = _random.Next(8) == 0 ? new InstrumentId(_random.Next(5)) : report.Instrument;
        }

        engine.VenueReports[0].Publish(in report, _timeNs);
    }

    /// <summary>An execution of before comes again, is busted or corrected; seldom one that never was.</summary>
    private void Amend(TradingEngine engine)
    {
        (OrderHandle handle, ulong number) = _executions[Math.Max(0, _executions.Count - 1 - _random.Next(_random.Next(4) == 0 ? 60 : 6))];
        VenueReport report = new()
        {
            Handle = _random.Next(20) == 0 ? AnyHandle() : handle,
            VenueNumber = number,
            TransactTimeNs = _timeNs - 5,
            ExecType = (ExecType)"HGF"[_random.Next(3)],
            Price = new Price(_random.Next(20) == 0 ? 0 : _random.Next(18, 23) * 50_000_000L),
            Quantity = new Quantity(_random.Next(20) == 0 ? _random.NextInt64() : _random.Next(1, 40) * 10 * Quantity.One),
            Liquidity = (Liquidity)_random.Next(3),
        };
        engine.VenueReports[0].Publish(in report, _timeNs);
    }

    /// <summary>Ends what is left: news are canceled, changes refused.</summary>
    private void End(TradingEngine engine)
    {
        (VenueRequest request, _) = _atVenue[0];
        _atVenue.RemoveAt(0);
        VenueReport report = new()
        {
            Handle = request.Handle,
            TransactTimeNs = _timeNs,
            ExecType = request.Kind == VenueRequestKind.New ? ExecType.Canceled : ExecType.CancelReject,
            AnswersReplace = request.Kind == VenueRequestKind.Replace,
            Reason = request.Kind == VenueRequestKind.New ? RejectReason.None : RejectReason.VenueTooLate,
        };
        engine.VenueReports[0].Publish(in report, _timeNs);
    }
}
