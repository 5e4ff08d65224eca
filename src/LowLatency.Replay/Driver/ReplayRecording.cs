using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Replay.Driver;

/// <summary>Market-data events to replay, all of them addressable: a mapped recording, or events read into memory. Checked once, then read by any number of runs, one at a time.</summary>
/// <remarks>
/// What is checked: times from 0 to <see cref="LargestTimeNs"/>, exchange times that never decrease over the records without <see cref="MarketEventFlags.LocalOnly"/>, local times that
/// never decrease over those without <see cref="MarketEventFlags.ExchangeOnly"/>, known instruments, and one kind of depth (orders, or levels and quotes) per instrument.
/// </remarks>
public sealed unsafe class ReplayRecording : IDisposable
{
    /// <summary>The largest time an event may carry, 2^62 ns: the year 2116. Latencies added to it cannot wrap.</summary>
    public const long LargestTimeNs = 1L << 62;

    private readonly MarketEvent* _events;
    private readonly RecordingReader? _mapped;
    private readonly DepthKind[] _depth;
    private bool _disposed;

    private ReplayRecording(InstrumentTable instruments, MarketEvent* events, long count, RecordingReader? mapped)
    {
        Instruments = instruments;
        Count = count;
        _events = events;
        _mapped = mapped;
        _depth = new DepthKind[instruments.Count + 1];
    }

    /// <summary>The instruments the events name.</summary>
    public InstrumentTable Instruments { get; }

    /// <summary>Records.</summary>
    public long Count { get; }

    /// <summary>The last exchange time; 0 where there is none.</summary>
    public long LastExchangeTimeNs { get; private set; }

    /// <summary>The last local time; 0 where there is none.</summary>
    public long LastLocalTimeNs { get; private set; }

    internal MarketEvent* Events => _disposed ? throw new ObjectDisposedException(nameof(ReplayRecording)) : _events;

    /// <summary>Maps a file of the project's recording format.</summary>
    /// <exception cref="InvalidDataException">Not a sound recording.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReplayRecording Open(string path)
    {
        RecordingReader reader = RecordingReader.Open(path);
        try
        {
            IReadOnlyList<RecordingBlockFault> faults = reader.Verify();
            if (faults.Count > 0)
            {
                throw new InvalidDataException($"{path}: {faults.Count} of {reader.BlockCount} blocks are damaged, the first at offset={faults[0].Offset}: {faults[0].Reason}");
            }

            MarketEvent* events = reader.Count == 0 ? null : (MarketEvent*)Unsafe.AsPointer(ref Unsafe.AsRef(in reader[0]));
            return Checked(new ReplayRecording(reader.Instruments, events, reader.Count, reader));
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Reads a source to its end into native memory. The source stays the caller's.</summary>
    /// <exception cref="InvalidDataException">The events are not in order, or name what is not there.</exception>
    public static ReplayRecording Load(IMarketEventSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        long capacity = 1 << 16;
        long count = 0;
        MarketEvent* events = Resize(null, capacity);
        try
        {
            for (int read; (read = source.Read(new Span<MarketEvent>(events + count, (int)Math.Min(capacity - count, 1 << 20)))) > 0;)
            {
                count += read;
                if (count == capacity)
                {
                    capacity *= 2;
                    events = Resize(events, capacity);
                }
            }
        }
        catch
        {
            NativeMemory.Free(events);
            throw;
        }

        return Checked(new ReplayRecording(source.Instruments, events, count, null));
    }

    /// <summary>Copies events.</summary>
    /// <exception cref="InvalidDataException">The events are not in order, or name what is not there.</exception>
    public static ReplayRecording From(InstrumentTable instruments, ReadOnlySpan<MarketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        MarketEvent* copy = Resize(null, Math.Max(1, events.Length));
        events.CopyTo(new Span<MarketEvent>(copy, events.Length));
        return Checked(new ReplayRecording(instruments, copy, events.Length, null));
    }

    /// <summary>A copy of the first events, all if there are no more.</summary>
    public ReplayRecording Head(int count) =>
        From(Instruments, new ReadOnlySpan<MarketEvent>(Events, (int)Math.Min(Math.Max(count, 0), Count)));

    /// <summary>Copies events from the first on; returns how many.</summary>
    public int CopyFirst(Span<MarketEvent> into)
    {
        int count = (int)Math.Min(into.Length, Count);
        new ReadOnlySpan<MarketEvent>(Events, count).CopyTo(into);
        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_mapped is not null)
        {
            _mapped.Dispose();
        }
        else
        {
            NativeMemory.Free(_events);
        }
    }

    /// <summary>What kind of depth an instrument has.</summary>
    /// <exception cref="IndexOutOfRangeException">No such instrument.</exception>
    public DepthKind DepthOf(InstrumentId instrument) => _depth[instrument.Value];

    /// <summary>What kind of depth an instrument has.</summary>
    internal DepthKind DepthOf(int instrument) => _depth[instrument];

    /// <summary>The first price anything of an instrument has; null where there is none.</summary>
    public Price? FirstPriceOf(InstrumentId instrument)
    {
        for (long i = 0; i < Count; i++)
        {
            if (_events[i].Instrument == instrument && _events[i].Price.Raw > 0)
            {
                return _events[i].Price;
            }
        }

        return null;
    }

    private static MarketEvent* Resize(MarketEvent* events, long capacity) =>
        (MarketEvent*)NativeMemory.Realloc(events, checked((nuint)capacity * MarketEvent.Size));

    private static ReplayRecording Checked(ReplayRecording recording)
    {
        try
        {
            recording.Check();
            return recording;
        }
        catch
        {
            recording.Dispose();
            throw;
        }
    }

    private void Check()
    {
        long exchange = 0;
        long local = 0;
        for (long i = 0; i < Count; i++)
        {
            ref readonly MarketEvent e = ref _events[i];
            bool onExchange = (e.Flags & MarketEventFlags.LocalOnly) == 0;
            bool onLocal = (e.Flags & MarketEventFlags.ExchangeOnly) == 0;
            DepthKind kind = DepthKinds.Of(e.Kind);
            string? fault =
                (uint)(e.Instrument.Value - 1) >= (uint)Instruments.Count ? $"instrument={e.Instrument} is not in the table of {Instruments.Count}"
                : onExchange && e.ExchangeTimeNs < exchange ? $"exchangeTimeNs={e.ExchangeTimeNs} is before {exchange}"
                : onLocal && e.LocalTimeNs < local ? $"localTimeNs={e.LocalTimeNs} is before {local}"
                : Math.Max(e.ExchangeTimeNs, e.LocalTimeNs) > LargestTimeNs || Math.Min(e.ExchangeTimeNs, e.LocalTimeNs) < 0 ? $"exchangeTimeNs={e.ExchangeTimeNs} and localTimeNs={e.LocalTimeNs} must be 0 to {LargestTimeNs}"
                : kind != DepthKind.None && _depth[e.Instrument.Value] is not DepthKind.None and var seen && seen != kind ? $"{e.Kind} after depth by {seen} of the same instrument"
                : null;
            if (fault is not null)
            {
                throw new InvalidDataException($"record={i}: {fault}");
            }

            exchange = onExchange ? e.ExchangeTimeNs : exchange;
            local = onLocal ? e.LocalTimeNs : local;
            if (kind != DepthKind.None)
            {
                _depth[e.Instrument.Value] = kind;
            }
        }

        LastExchangeTimeNs = exchange;
        LastLocalTimeNs = local;
    }
}
