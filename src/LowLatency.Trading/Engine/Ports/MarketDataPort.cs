using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Trading.Engine.Ports;

/// <summary>Where a feed handler or the replay driver tells the engine of market data. One thread, the feed's.</summary>
public sealed class MarketDataPort
{
    private readonly SpscRing<EngineEvent> _inbox;
    private readonly Doorbell _doorbell;

    internal MarketDataPort(SpscRing<EngineEvent> inbox, Doorbell doorbell)
    {
        _inbox = inbox;
        _doorbell = doorbell;
    }

    /// <summary>The top of an instrument's book, as of <paramref name="timeNs"/>.</summary>
    /// <returns><see cref="SendResult.Backpressure"/> when the inbox is full: send the newer top later instead (tops conflate).</returns>
    public SendResult PublishTop(InstrumentId instrument, in TopOfBook top, long timeNs)
    {
        ref EngineEvent e = ref Claim(EngineEventKind.TopOfBook, timeNs);
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        e.Instrument = instrument;
        e.BidPrice = top.BidPrice;
        e.BidQuantity = top.BidQuantity;
        e.AskPrice = top.AskPrice;
        e.AskQuantity = top.AskQuantity;
        return Publish();
    }

    /// <summary>A level of the book, for limits on sweeps through it.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="side">Whose orders stand there.</param>
    /// <param name="level">0, the best, to 9.</param>
    /// <param name="price">Their price.</param>
    /// <param name="quantity">How much; 0 empties the level.</param>
    /// <param name="timeNs">The source's time.</param>
    public SendResult PublishDepth(InstrumentId instrument, Side side, int level, Price price, Quantity quantity, long timeNs)
    {
        ref EngineEvent e = ref Claim(EngineEventKind.Depth, timeNs);
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        e.Instrument = instrument;
        e.Side = side;
        e.DepthLevel = (byte)Math.Min((uint)level, byte.MaxValue);
        e.Price = price;
        e.Quantity = quantity;
        return Publish();
    }

    /// <summary>A price to lie collars around; 0 takes it away.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="field"><see cref="ReferenceField.LastTrade"/> or <see cref="ReferenceField.PreviousClose"/>.</param>
    /// <param name="price">The price.</param>
    /// <param name="timeNs">The source's time.</param>
    public SendResult PublishReference(InstrumentId instrument, ReferenceField field, Price price, long timeNs) => Publish(instrument, field, price.Raw, 0, timeNs);

    /// <summary>The average daily volume, for limits in shares of it; 0 takes it away.</summary>
    public SendResult PublishVolume(InstrumentId instrument, Quantity averageDailyVolume, long timeNs) =>
        Publish(instrument, ReferenceField.AverageDailyVolume, averageDailyVolume.Raw, 0, timeNs);

    /// <summary>The limit-up-limit-down band: nothing is sold below <paramref name="low"/> nor bought above <paramref name="high"/>; 0 takes an end away.</summary>
    public SendResult PublishPriceBand(InstrumentId instrument, Price low, Price high, long timeNs) =>
        Publish(instrument, ReferenceField.PriceBand, low.Raw, high.Raw, timeNs);

    /// <summary>Whether short sales have to be priced above the best bid.</summary>
    public SendResult PublishShortSaleTest(InstrumentId instrument, bool isInForce, long timeNs) => Publish(instrument, ReferenceField.ShortSaleTest, isInForce ? 1 : 0, 0, timeNs);

    /// <summary>Whether an instrument trades, as its market data say. It counts together with its venue's status.</summary>
    public SendResult PublishStatus(InstrumentId instrument, TradingStatus status, long timeNs) => Publish(instrument, ReferenceField.TradingStatus, (long)status, 0, timeNs);

    /// <summary>In which state of its session a venue is, as a calendar or the venue itself says.</summary>
    public SendResult PublishStatus(VenueId venue, TradingStatus status, long timeNs) => Publish(default, ReferenceField.TradingStatus, (long)status, 0, timeNs, venue);

    /// <summary>Moves the engine's clock on while nothing else happens.</summary>
    public SendResult PublishTime(long timeNs)
    {
        ref EngineEvent e = ref Claim(EngineEventKind.Timer, timeNs);
        return Unsafe.IsNullRef(ref e) ? SendResult.Backpressure : Publish();
    }

    private SendResult Publish(InstrumentId instrument, ReferenceField field, long value, long high, long timeNs, VenueId venue = default)
    {
        ref EngineEvent e = ref Claim(EngineEventKind.ReferenceData, timeNs);
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        e.Instrument = instrument;
        e.Venue = venue;
        e.ReferenceField = field;
        e.ReferenceValue = value;
        e.ReferenceHigh = high;
        return Publish();
    }

    private ref EngineEvent Claim(EngineEventKind kind, long timeNs)
    {
        ref EngineEvent e = ref _inbox.TryClaim();
        if (!Unsafe.IsNullRef(ref e))
        {
            Unsafe.InitBlockUnaligned(ref Unsafe.As<EngineEvent, byte>(ref e), 0, EngineEvent.InputSize);
            e.Kind = kind;
            e.TimeNs = timeNs;
        }

        return ref e;
    }

    private SendResult Publish()
    {
        _inbox.Publish();
        _doorbell.Ring();
        return SendResult.Sent;
    }
}
