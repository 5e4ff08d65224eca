using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Strategies;

namespace LowLatency.Replay.Driver;

/// <summary>The strategies' side of the market: a book per instrument, the clock, and the timers. What their contexts ask is answered here.</summary>
internal sealed class LocalMarket : IStrategyHost, IDisposable
{
    private readonly LocalBook[] _books;
    private readonly long[] _updates = new long[16];
    private readonly TimerHeap _timers;

    public LocalMarket(InstrumentTable instruments, ReplayRecording recording, ReplayRecording? warmUp, TimerHeap timers)
    {
        _timers = timers;
        _books = new LocalBook[instruments.Count + 1];
        foreach (Instrument instrument in instruments.All)
        {
            DepthKind depth = recording.DepthOf(instrument.Id.Value);
            DepthKind before = warmUp?.DepthOf(instrument.Id.Value) ?? DepthKind.None;
            if (depth != DepthKind.None && before != DepthKind.None && depth != before)
            {
                throw new ArgumentException($"warmUp has depth by {before} of {instrument.Symbol}, the recording by {depth}");
            }

            _books[instrument.Id.Value] = new LocalBook(instrument, depth == DepthKind.None ? before : depth, instruments.Count);
        }
    }

    /// <inheritdoc/>
    public long NowNs { get; set; }

    /// <summary>An instrument's book; events have been checked to name one.</summary>
    public LocalBook this[InstrumentId instrument] => _books[instrument.Value];

    /// <summary>Book changes that were not simply applied, by kind.</summary>
    public long CountOf(BookUpdate update) => _updates[(int)update];

    /// <summary>Counts what a book made of an event.</summary>
    public void Count(BookUpdate update) => _updates[(int)update & 15]++;

    /// <inheritdoc/>
    public TopOfBook Top(InstrumentId instrument) => IsKnown(instrument) ? _books[instrument.Value].Top : default;

    /// <inheritdoc/>
    public int Depth(InstrumentId instrument, Side side, Span<PriceLevel> levels) => IsKnown(instrument) ? _books[instrument.Value].CopyBest(side, levels) : 0;

    /// <inheritdoc/>
    public bool SetTimer(StrategyId strategy, long timeNs, long timerId) => _timers.TryAdd(Math.Max(timeNs, NowNs), strategy, timerId);

    public void Dispose()
    {
        foreach (LocalBook? book in _books)
        {
            book?.Dispose();
        }
    }

    private bool IsKnown(InstrumentId instrument) => (uint)(instrument.Value - 1) < (uint)(_books.Length - 1);
}
