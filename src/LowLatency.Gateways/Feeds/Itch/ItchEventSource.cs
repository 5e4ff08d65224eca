using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Gateways.Feeds.Pcap;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>An ITCH file as market-data events of one symbol or of all.</summary>
/// <remarks>
/// <para>Instruments: one per symbol the file names, currency USD, tick 0.0001 (the feed's own grid), lot 1. The file is looked through for them first; for one symbol only until it is named.</para>
/// <para>Times: exchange time is the message's, from midnight in New York of the trading day: the option, else the day of the first packet of a capture, else the day in
/// the file name (<see cref="NewYorkTime.DayInName"/>), else 1970-01-01. Local time is the capture's, in files without one the exchange time.</para>
/// <para>Events: A F OrderAdded; E OrderExecuted; C OrderExecutedAtPrice; X OrderReduced; D OrderDeleted; U OrderReplaced; P Trade; Q Trade with Cross unless it is of 0 shares;
/// H, h of the feed's own market and S Status, when the instrument's status changes: what its stock's state says while halted or in quotation, else what the market's session says. Others have no event.
/// The aggressor of a trade is not in the feed, so trades have no side. Every event is one message, so every event is the last of its change.</para>
/// <para>Orders the file does not introduce: counted, no event; the execution of one with a price (C) is a Trade all the same; the order that replaces one has no known side, so what follows of it has no event either.
/// More executed or cancelled than the order had: the event has what it had.</para>
/// </remarks>
public sealed class ItchEventSource : IMarketEventSource
{
    private const long Price4Unit = Price.One / 10_000;
    private const char Market = 'Q';

    private readonly ItchReader _reader;
    private readonly FeedAnomalies _anomalies;
    private readonly ItchOrders _orders;
    private readonly InstrumentId[] _instruments = new InstrumentId[1 << 16];
    private readonly TradingStatus[] _statuses;
    private readonly TradingStatus[] _stockStates;
    private readonly bool _isFiltered;
    private readonly long _midnightNs;
    private TradingStatus _session;
    private MarketEvent _sessionEvent;
    private int _nextStatus = int.MaxValue;

    /// <summary>Opens the file and learns its symbols.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which symbol, which day.</param>
    /// <param name="anomalies">Takes what is odd as the events are read.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">The file does not have the symbol.</exception>
    public ItchEventSource(string path, FeedImportOptions options, FeedAnomalies anomalies)
    {
        ArgumentNullException.ThrowIfNull(options);
        _anomalies = anomalies;
        _isFiltered = options.Symbol is not null;
        ItchDirectory directory = ItchFormat.ReadDirectory(path, options.Symbol);
        foreach (ushort locate in directory.Locates.Where(locate => directory.SymbolOf(locate) is { } symbol && (!_isFiltered || symbol == options.Symbol)))
        {
            AddInstrument(locate, directory.SymbolOf(locate)!);
        }

        _statuses = new TradingStatus[Instruments.Count + 1];
        _stockStates = new TradingStatus[Instruments.Count + 1];
        TradingDay = options.TradingDay ?? FindDay(path);
        _midnightNs = NewYorkTime.MidnightUnixNs(TradingDay);
        _orders = new(anomalies);
        _reader = ItchReader.Open(path, anomalies);
    }

    /// <inheritdoc/>
    public InstrumentTable Instruments { get; } = new();

    /// <summary>The day the times are of.</summary>
    public DateOnly TradingDay { get; }

    /// <inheritdoc/>
    public int Read(Span<MarketEvent> destination)
    {
        ItchEventHandler handler = new(this, destination);
        while (handler.Count < destination.Length)
        {
            if (_nextStatus <= Instruments.Count)
            {
                PutSessionStatuses(ref handler);
            }
            else if (!_reader.Read(ref handler, destination.Length - handler.Count))
            {
                break;
            }
        }

        return handler.Count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _orders.Dispose();
    }

    internal void OnAdd(ref ItchEventHandler to, in ItchHeader header, ulong reference, char buySellIndicator, uint shares, uint price4, in FeedPosition position)
    {
        if (!IsWanted(in header, in position))
        {
            return;
        }

        Side side = ItchSides.Of(buySellIndicator);
        if (side == Side.None)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownSide, position.Offset, buySellIndicator);
        }
        else if (_orders.TryAdd(reference, new(price4, shares, header.StockLocate, side), position.Offset))
        {
            ref MarketEvent added = ref Put(ref to, MarketEventKind.OrderAdded, in header, header.StockLocate, in position);
            added.OrderId = reference;
            added.Side = side;
            added.Price = PriceOf(price4);
            added.Quantity = QuantityOf(shares);
        }
    }

    internal void OnExecuted(
        ref ItchEventHandler to, in ItchHeader header, ulong reference, uint shares, ulong match, uint? price4, bool isPrintable, in FeedPosition position)
    {
        if (!IsWanted(in header, in position))
        {
            return;
        }

        int slot = _orders.Find(reference, header.StockLocate, position.Offset);
        bool isKnown = TryReduce(slot, reference, shares, in position, out ItchOrder order, out uint taken);
        if (price4 == 0)
        {
            _anomalies.Add(FeedAnomalyKind.OutOfRange, position.Offset, 0, "price");
        }

        if (taken == 0 || (!isKnown && price4 is null or 0))
        {
            return;
        }

        MarketEventKind kind = !isKnown ? MarketEventKind.Trade : price4 is not null ? MarketEventKind.OrderExecutedAtPrice : MarketEventKind.OrderExecuted;
        ref MarketEvent executed = ref Put(ref to, kind, in header, isKnown ? order.StockLocate : header.StockLocate, in position);
        executed.OrderId = isKnown ? reference : 0;
        executed.Quantity = QuantityOf(taken);
        executed.Price = PriceOf(price4 ?? 0);
        executed.MatchId = match;
        executed.Flags |= isPrintable ? MarketEventFlags.None : MarketEventFlags.NonPrintable;
    }

    internal void OnCancel(ref ItchEventHandler to, in ItchHeader header, ulong reference, uint shares, in FeedPosition position)
    {
        if (!IsWanted(in header, in position))
        {
            return;
        }

        int slot = _orders.Find(reference, header.StockLocate, position.Offset);
        if (TryReduce(slot, reference, shares, in position, out ItchOrder order, out uint taken) && taken > 0)
        {
            ref MarketEvent reduced = ref Put(ref to, MarketEventKind.OrderReduced, in header, order.StockLocate, in position);
            reduced.OrderId = reference;
            reduced.Quantity = QuantityOf(taken);
        }
    }

    internal void OnDelete(ref ItchEventHandler to, in ItchHeader header, ulong reference, in FeedPosition position)
    {
        if (IsWanted(in header, in position) && _orders.TryRemove(reference, header.StockLocate, position.Offset, out ItchOrder order))
        {
            PutDeleted(ref to, in header, reference, in order, in position);
        }
    }

    internal void OnReplace(ref ItchEventHandler to, in OrderReplaceMessage message, in FeedPosition position)
    {
        ref readonly ItchHeader header = ref message.Header;
        if (!IsWanted(in header, in position)
            || !_orders.TryReplace(
                header.StockLocate, message.OriginalOrderReference, message.NewOrderReference, message.Shares, message.Price4, position.Offset,
                out ItchOrder old, out bool added))
        {
            return;
        }

        if (!added || old.Side == Side.None)
        {
            PutDeleted(ref to, in header, message.OriginalOrderReference, in old, in position);
            return;
        }

        ref MarketEvent replaced = ref Put(ref to, MarketEventKind.OrderReplaced, in header, old.StockLocate, in position);
        replaced.OrderId = message.OriginalOrderReference;
        replaced.NewOrderId = message.NewOrderReference;
        replaced.Price = PriceOf(message.Price4);
        replaced.Quantity = QuantityOf(message.Shares);
    }

    internal void OnTrade(ref ItchEventHandler to, in ItchHeader header, ulong shares, uint price4, ulong match, MarketEventFlags flags, in FeedPosition position)
    {
        if (!IsWanted(in header, in position) || shares == 0)
        {
            return;
        }

        if (shares > long.MaxValue / Quantity.One || price4 == 0)
        {
            _anomalies.Add(FeedAnomalyKind.OutOfRange, position.Offset, price4 == 0 ? 0 : shares, price4 == 0 ? "price" : "shares");
            return;
        }

        ref MarketEvent trade = ref Put(ref to, MarketEventKind.Trade, in header, header.StockLocate, in position);
        trade.Price = PriceOf(price4);
        trade.Quantity = QuantityOf((long)shares);
        trade.MatchId = match;
        trade.Flags |= flags;
    }

    internal void OnTradingState(ref ItchEventHandler to, in ItchHeader header, char state, char market, in FeedPosition position)
    {
        if (market != Market || !IsWanted(in header, in position))
        {
            return;
        }

        int instrument = _instruments[header.StockLocate].Value;
        _stockStates[instrument] = state switch
        {
            'H' or 'P' => TradingStatus.Halted,
            'Q' => TradingStatus.Quotation,
            'T' => TradingStatus.Open,
            _ => TradingStatus.Unknown,
        };
        MarketEvent status = default;
        Fill(ref status, MarketEventKind.Status, in header, in position);
        PutStatus(ref to, instrument, in status);
    }

    internal void OnSystemEvent(in SystemEventMessage message, in FeedPosition position)
    {
        TradingStatus session = message.EventCode switch
        {
            'O' or 'S' => TradingStatus.PreOpen,
            'Q' => TradingStatus.Open,
            'M' or 'E' or 'C' => TradingStatus.Closed,
            _ => TradingStatus.Unknown,
        };
        if (session == TradingStatus.Unknown)
        {
            _anomalies.Add(FeedAnomalyKind.OutOfRange, position.Offset, message.EventCode, "event code");
            return;
        }

        _session = session;
        _sessionEvent = default;
        Fill(ref _sessionEvent, MarketEventKind.Status, in message.Header, in position);
        _nextStatus = 1;
    }

    private static Price PriceOf(uint price4) => new(price4 * Price4Unit);

    private static Quantity QuantityOf(long shares) => new(shares * Quantity.One);

    private static DateOnly FindDay(string path)
    {
        byte[] head = FeedFile.ReadHead(path);
        using MemoryStream stream = new(head);
        FeedAnomalies unused = new(0);
        return PcapHeader.TryRead(head, out PcapHeader header)
            && new PcapRecords(new FeedBuffer(stream, unused, FeedFile.HeadBytes), header, unused).TryNext(out PcapRecord record)
            ? NewYorkTime.DayOf(record.TimeNs)
            : NewYorkTime.DayInName(Path.GetFileName(path)) ?? new DateOnly(1970, 1, 1);
    }

    private void AddInstrument(ushort locate, string symbol)
    {
        if (symbol.Length == 0 || symbol.Contains(' ', StringComparison.Ordinal))
        {
            _anomalies.Add(FeedAnomalyKind.SymbolConflict, 0, locate, symbol);
            return;
        }

        if (!Instruments.TryFind(symbol, out Instrument? instrument))
        {
            instrument = Instruments.Add(symbol, "USD", new(Price4Unit), Quantity.FromWhole(1));
        }

        _instruments[locate] = instrument.Id;
    }

    private bool IsWanted(in ItchHeader header, in FeedPosition position)
    {
        if (_instruments[header.StockLocate] != InstrumentId.None)
        {
            return true;
        }

        if (!_isFiltered)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownSymbol, position.Offset, header.StockLocate);
        }

        return false;
    }

    /// <summary>Takes shares off an order whose slot was asked for; false when it is unknown or its side is, and then <paramref name="taken"/> is all that was asked.</summary>
    private bool TryReduce(int slot, ulong reference, uint shares, in FeedPosition position, out ItchOrder order, out uint taken)
    {
        order = default;
        taken = shares;
        if (slot < 0)
        {
            return false;
        }

        order = _orders[slot];
        uint reduced = _orders.Reduce(slot, reference, shares, position.Offset);
        if (order.Side == Side.None)
        {
            _anomalies.Add(FeedAnomalyKind.OrderOfUnknownSide, position.Offset, reference);
            return false;
        }

        taken = reduced;
        return true;
    }

    private void PutDeleted(ref ItchEventHandler to, in ItchHeader header, ulong reference, in ItchOrder order, in FeedPosition position)
    {
        if (order.Side == Side.None)
        {
            _anomalies.Add(FeedAnomalyKind.OrderOfUnknownSide, position.Offset, reference);
            return;
        }

        Put(ref to, MarketEventKind.OrderDeleted, in header, order.StockLocate, in position).OrderId = reference;
    }

    private void PutSessionStatuses(ref ItchEventHandler to)
    {
        while (_nextStatus <= Instruments.Count && !to.IsFull)
        {
            PutStatus(ref to, _nextStatus++, in _sessionEvent);
        }
    }

    private void PutStatus(ref ItchEventHandler to, int instrument, in MarketEvent like)
    {
        TradingStatus stock = _stockStates[instrument];
        TradingStatus status = stock is TradingStatus.Halted or TradingStatus.Quotation || _session == TradingStatus.Unknown ? stock : _session;
        if (status == _statuses[instrument])
        {
            return;
        }

        _statuses[instrument] = status;
        ref MarketEvent put = ref to.Next();
        put = like;
        put.Instrument = new(instrument);
        put.Status = status;
    }

    private ref MarketEvent Put(ref ItchEventHandler to, MarketEventKind kind, in ItchHeader header, ushort locate, in FeedPosition position)
    {
        ref MarketEvent put = ref to.Next();
        put = default;
        Fill(ref put, kind, in header, in position);
        put.Instrument = _instruments[locate];
        return ref put;
    }

    private void Fill(ref MarketEvent filled, MarketEventKind kind, in ItchHeader header, in FeedPosition position)
    {
        filled.ExchangeTimeNs = _midnightNs + header.TimestampNs;
        filled.LocalTimeNs = position.LocalTimeNs == 0 ? filled.ExchangeTimeNs : position.LocalTimeNs;
        filled.Sequence = position.Sequence;
        filled.Kind = kind;
        filled.Flags = MarketEventFlags.Last;
    }
}
