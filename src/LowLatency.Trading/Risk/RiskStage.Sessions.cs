using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Terms;

namespace LowLatency.Trading.Risk;

/// <summary>What trading statuses mean for orders. An order the engine holds is taken at any time: it is asked when it leaves.</summary>
internal partial struct RiskStage
{
    /// <summary>Takes the status of an instrument, or of a venue: renews bounds, looks at triggers that may be reached again, and makes held orders due whose day is over.</summary>
    /// <returns>False for a status that cannot be.</returns>
    public readonly bool SetStatus(ref readonly EngineEvent e)
    {
        if (e.ReferenceHigh != 0 || !_sessions.Set(e.Instrument, e.Venue, e.ReferenceValue))
        {
            return false;
        }

        for (int i = 1; i <= _prices.Instruments; i++)
        {
            InstrumentId instrument = new(i);
            if (e.Instrument == instrument || (e.Instrument.Value == 0 && _sessions.Lists(e.Venue, instrument)))
            {
                _bounds.RenewPrices(instrument);
                MakeTriggeredDue(instrument);
            }
        }

        Unpark(in e);
        if (e.ReferenceValue == (long)TradingStatus.Closed)
        {
            EndDay(e.Venue, e.Instrument);
        }

        return true;
    }

    /// <summary>The status that is against a refused request.</summary>
    public readonly TradingStatus StatusAgainst(ref readonly EngineEvent e, RejectReason reason) => _sessions.Against(reason, e.Venue, e.Instrument, TypeInSession(in e), e.TimeInForce);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly ulong CheckSession(ref readonly EngineEvent e) => _sessions.Refuse(e.Venue, e.Instrument, TypeInSession(in e), e.TimeInForce);

    /// <summary>What a venue takes an order for: one that waits for its trigger there, or has a price to be replaced, can wait.</summary>
    private static OrderType TypeInSession(ref readonly EngineEvent e) =>
        e.Kind == EngineEventKind.Replace || (e.Kind == EngineEventKind.NewOrder && Waits(in e)) ? OrderType.Limit : e.OrderType.Released();

    /// <summary>Lets a prepared release wait where its venue or instrument does not trade now: it stays held, and is due again when that changes.</summary>
    /// <returns>False where it may leave, or waiting would not help.</returns>
    public readonly bool Park(ref readonly EngineEvent e, int index)
    {
        if (CheckSession(in e) == 0 || _sessions.IsOpen(e.Venue, e.Instrument))
        {
            return false;
        }

        _termed.Settle(index);
        _termed.At(index).IsParked = true;
        return true;
    }

    /// <summary>Orders that wait for the session of a venue or instrument are due again.</summary>
    private readonly void Unpark(ref readonly EngineEvent e)
    {
        for (int slot = 0; slot < _orders.HighWater; slot++)
        {
            ref OrderRecord order = ref _orders.At(slot);
            if (order.Status == OrdStatus.Held && (e.Instrument.Value == 0 ? order.Venue == e.Venue : order.Instrument == e.Instrument) && _termed.Of(slot).IsParked)
            {
                _termed.Of(slot).IsParked = false;
                _termed.MakeDue(_termed.IndexOf(slot), DueAction.Release);
            }
        }
    }

    /// <summary>Held orders that are good for the day, or for its opening or close, end with it. What a venue has it ends itself.</summary>
    private readonly void EndDay(VenueId venue, InstrumentId instrument)
    {
        for (int slot = 0; slot < _orders.HighWater; slot++)
        {
            ref OrderRecord order = ref _orders.At(slot);
            if (order.Status == OrdStatus.Held
                && (instrument.Value == 0 ? order.Venue == venue : order.Instrument == instrument)
                && order.TimeInForce is TimeInForce.Day or TimeInForce.AtTheOpening or TimeInForce.AtTheClose)
            {
                _termed.MakeDue(_termed.IndexOf(slot), DueAction.Expire);
            }
        }
    }
}
