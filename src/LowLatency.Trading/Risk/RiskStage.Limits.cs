using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk;

/// <summary>Limits and switches as operators change them, and what is said of an order that broke one. Off the fast path.</summary>
internal unsafe partial struct RiskStage
{
    /// <summary>The reasons that another quantity can mend.</summary>
    private const ulong AboutQuantity =
        (1UL << (int)RejectReason.InvalidQuantity)
        | (1UL << (int)RejectReason.QuantityOffLot)
        | (1UL << (int)RejectReason.QuantityOutOfBounds)
        | (1UL << (int)RejectReason.LocateRequired)
        | (1UL << (int)RejectReason.OrderQuantityLimit)
        | (1UL << (int)RejectReason.VolumeShareLimit)
        | (1UL << (int)RejectReason.OrderNotionalLimit)
        | (1UL << (int)RejectReason.PositionLimit)
        | (1UL << (int)RejectReason.GrossPositionLimit)
        | (1UL << (int)RejectReason.CreditLimit)
        | (1UL << (int)RejectReason.LeverageLimit)
        | (1UL << (int)RejectReason.ConcentrationLimit)
        | (1UL << (int)RejectReason.SectorExposure)
        | (1UL << (int)RejectReason.DailyTradedValue)
        | (1UL << (int)RejectReason.ReduceOnly);

    /// <summary>Stops a scope whose ids are known, and marks its working orders to be canceled.</summary>
    /// <returns>False when there was no place for another scope: then the firm is stopped.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly bool Stop(in RiskScope scope)
    {
        bool fits = _killSwitch.Throw(in scope);
        RiskScope stopped = fits ? scope : RiskScope.Firm;
        _massCancel.Mark(in stopped);
        Renew(in stopped);
        return fits;
    }

    /// <summary>Lets a scope go that was stopped.</summary>
    public readonly void Release(in RiskScope scope)
    {
        _killSwitch.Release(in scope);
        Renew(in scope);
    }

    /// <summary>An entitlement has changed.</summary>
    public readonly void Entitle(in RiskScope scope) => Renew(in scope);

    private readonly void Renew(in RiskScope scope) => _bounds.Renew(in scope, _killSwitch, _gate);

    /// <summary>Resolves the limits an engine starts with.</summary>
    public readonly void ResolveAll(RiskLimitTable limits, IEnumerable<RiskScope> scopes)
    {
        foreach (RiskScope scope in scopes)
        {
            _gate.Resolve(in scope, 0);
        }

        Resolve(limits, RiskScope.Firm, 0);
    }

    /// <summary>A limit of a scope has changed: resolves what it covers anew.</summary>
    public readonly void Resolve(RiskLimitTable limits, in RiskScope scope, long timeNs)
    {
        _gate.Resolve(in scope, timeNs);
        ResolveSelfTrades();
        _ages.Resolve();
        _positions.Resolve(limits, in scope);
        for (int i = 1; i <= _prices.Instruments; i++)
        {
            if (scope.Instrument.Value == 0 || scope.Instrument.Value == i)
            {
                long* best = _prices.Of(new InstrumentId(i));
                _positions.PlaceCollars(new InstrumentId(i), best[0], best[1]);
                _gate.Collars.Place(new InstrumentId(i));
            }
        }

        Renew(in scope);
    }

    /// <summary>A day begins.</summary>
    public readonly void StartDay() => _gate.StartDay();

    /// <summary>An operator has seen to a scope: what stopped it starts from nothing again.</summary>
    public readonly void Enable(in RiskScope scope) => _gate.Enable(in scope);

    /// <summary>Score and largest quantity of a request, and value and limit of the control that its refusal names.</summary>
    /// <param name="e">A new order, or a located replacement, whose account and listing are known.</param>
    /// <param name="failed">The checks it failed.</param>
    /// <param name="rules">For lot and bounds of a quantity.</param>
    public readonly RiskMeasure Measure(ref readonly EngineEvent e, FailedChecks failed, ref readonly Validation.ListingRecord rules)
    {
        if (e.Kind == EngineEventKind.Due)
        {
            return MeasureRelease(in e, failed, in rules);
        }

        bool replaces = e.Kind == EngineEventKind.Replace;
        int slot = replaces ? OrderHandle.Unpack(e.Handle).Slot : -1;
        int index = _positions.IndexOf(e.Account, e.Instrument);
        long executed = replaces ? _orders.At(slot).CumQty : 0;
        long extra = replaces ? Extra(in e, in _orders.At(slot)) : e.Quantity.Raw;
        bool waits = replaces ? IsHeld(in _orders.At(slot)) : Waits(in e);
        bool isValued = (waits || !replaces) && !IsPriced(in e);
        RiskRequest request = Request(in e, ref _positions.At(index), index, isValued ? e.ReferencePrice.Raw : e.Price.Raw, extra, slot, executed);
        request.Waits = waits;
        request.IsReduceOnly &= !(replaces ? waits : IsToBeHeld(in e, in rules));
        return Measure(in request, failed, in rules, executed);
    }

    private readonly RiskMeasure Measure(ref readonly RiskRequest request, FailedChecks failed, ref readonly Validation.ListingRecord rules, long executed)
    {
        bool helps = (failed.Bits & ~AboutQuantity) == 0;
        RiskMeasure measure = new(failed.First, helps);
        _gate.Visit(ref measure, in request);
        long whole = helps ? Math.Min(measure.Room, rules.MaxQuantity) / rules.LotSize * rules.LotSize : 0;
        measure.Room = whole >= Math.Max(rules.MinQuantity, executed + 1) ? whole : 0;
        return measure;
    }

    /// <summary>True when a request that failed these checks has limits to be measured against: account, listing and, of a replacement, the working order are known.</summary>
    public static bool HasLimits(FailedChecks failed) =>
        (failed.Bits & (Unlimited | (1UL << (int)RejectReason.UnknownOrder) | (1UL << (int)RejectReason.OrderClosed))) == 0;
}
