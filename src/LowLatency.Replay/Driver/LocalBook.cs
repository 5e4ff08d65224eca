using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Driver;

/// <summary>One instrument as the strategies' side has received it.</summary>
internal sealed class LocalBook : IDisposable
{
    private const int WindowSize = 8192;
    private const int SmallWindowSize = 1024;
    private const int MostLarge = 64;

    private readonly LevelBook? _levels;
    private readonly OrderBook? _orders;
    private TopOfBook _top;
    private bool _changed;

    /// <summary>An empty book; one of few has room enough that it will hardly ever grow.</summary>
    public LocalBook(Instrument instrument, DepthKind depth, int instruments)
    {
        int window = instruments <= MostLarge ? WindowSize : SmallWindowSize;
        _levels = depth == DepthKind.Levels ? new LevelBook(instrument.TickSize, windowSize: window) : null;
        _orders = depth == DepthKind.Orders ? new OrderBook(instrument.TickSize, windowSize: window) : null;
    }

    /// <summary>The best prices after the last whole change.</summary>
    public ref readonly TopOfBook Top => ref _top;

    /// <summary>Mid of the last top that had both sides, raw 1e-8 rounded down; 0 before the first.</summary>
    public long LastMid { get; private set; }

    /// <summary>Applies an event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BookUpdate Apply(in MarketEvent e)
    {
        BookUpdate update = _levels is not null ? _levels.Apply(in e) : _orders is not null ? _orders.Apply(in e) : BookUpdate.None;
        _changed |= update != BookUpdate.None;
        return update;
    }

    /// <summary>Ends what the feed sent as one change.</summary>
    /// <returns>False when nothing has changed since the last.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EndChange(out bool topChanged)
    {
        topChanged = false;
        if (!_changed)
        {
            return false;
        }

        _changed = false;
        TopOfBook top = _levels is not null ? _levels.Top : _orders!.Top;
        if (top != _top)
        {
            topChanged = true;
            _top = top;
            if (top.HasBid & top.HasAsk)
            {
                LastMid = (top.BidPrice.Raw >> 1) + (top.AskPrice.Raw >> 1) + (top.BidPrice.Raw & top.AskPrice.Raw & 1);
            }
        }

        return true;
    }

    /// <summary>Price and aggressor of an execution, looked up before it is applied.</summary>
    /// <returns>False when neither the event nor the book knows the price.</returns>
    public bool TryDescribeExecution(ref MarketEvent execution)
    {
        if (_orders is not null && _orders.TryGetOrder(execution.OrderId, out BookOrder order))
        {
            execution.Side = order.Side.Opposite();
            execution.Price = execution.Kind == MarketEventKind.OrderExecuted ? order.Price : execution.Price;
            return true;
        }

        return execution.Kind == MarketEventKind.OrderExecutedAtPrice;
    }

    /// <summary>Copies displayed levels, best first.</summary>
    public int CopyBest(Side side, Span<PriceLevel> levels) => _levels is not null ? _levels.CopyBest(side, levels) : _orders is not null ? _orders.CopyBest(side, levels) : 0;

    public void Dispose()
    {
        _levels?.Dispose();
        _orders?.Dispose();
    }
}
