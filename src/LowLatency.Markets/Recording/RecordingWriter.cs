using System.Runtime.InteropServices;
using System.Text;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;

namespace LowLatency.Markets.Recording;

/// <summary>
/// Writes a recording in one pass with the memory of one block and four bytes a block written. One thread.
/// The instrument table may grow until <see cref="Complete"/>; a recording that was not completed is recognised as such by its reader.
/// </summary>
public sealed class RecordingWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly InstrumentTable _instruments;
    private readonly MarketEvent[] _block;
    private readonly List<uint> _checksums = [];
    private RecordingHeader _header;
    private RecordingStatistics _statistics;
    private int _inBlock;

    /// <summary>Writes to <paramref name="stream"/> from its present position, which must be 0.</summary>
    /// <param name="stream">Seekable and empty; a memory stream gives the bytes <see cref="RecordingReader.FromBytes"/> takes.</param>
    /// <param name="instruments">The table the records' instrument numbers refer to.</param>
    /// <param name="order">The clock the records are ordered by; records that break it are counted, not refused.</param>
    /// <param name="source">What it is made from, at most 352 bytes of UTF-8.</param>
    /// <param name="blockRecords">Records a block: a power of two from 1 to 2^20.</param>
    /// <param name="leaveOpen">Whether <see cref="Dispose"/> leaves the stream open.</param>
    /// <exception cref="ArgumentException">Lists every fault.</exception>
    public RecordingWriter(
        Stream stream,
        InstrumentTable instruments,
        RecordingOrder order,
        string source,
        int blockRecords = RecordingLayout.DefaultBlockRecords,
        bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        RecordingLayout.RequireLittleEndian();
        ThrowIfFaulty(instruments, order, source, blockRecords);
        if (!stream.CanSeek || !stream.CanWrite || stream.Length != 0)
        {
            throw new ArgumentException("stream must be empty, seekable and writable", nameof(stream));
        }

        _stream = stream;
        _leaveOpen = leaveOpen;
        _instruments = instruments;
        _block = new MarketEvent[blockRecords];
        _header = Begin(order, source, blockRecords);
        WriteHeader();
    }

    /// <summary>How many records have been appended.</summary>
    public long Count => (long)_header.RecordCount;

    /// <summary>True once <see cref="Complete"/> has run.</summary>
    public bool IsComplete => _header.State == RecordingLayout.Complete;

    /// <summary>Writes to a new file, replacing one of that name.</summary>
    /// <exception cref="ArgumentException">Lists every fault; nothing has been written.</exception>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public static RecordingWriter Create(
        string path,
        InstrumentTable instruments,
        RecordingOrder order,
        string source,
        int blockRecords = RecordingLayout.DefaultBlockRecords)
    {
        ThrowIfFaulty(instruments, order, source, blockRecords);
        FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            return new RecordingWriter(file, instruments, order, source, blockRecords);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends a record.</summary>
    /// <exception cref="ArgumentException">A field is not what the format promises; nothing has been appended.</exception>
    /// <exception cref="InvalidOperationException">The recording is complete.</exception>
    public void Append(in MarketEvent record)
    {
        if (IsComplete)
        {
            throw new InvalidOperationException("the recording is complete");
        }

        if (!RecordCheck.IsValid(record, _instruments.Count))
        {
            throw new ArgumentException(
                $"record={Count}: kind={(byte)record.Kind}, side={(byte)record.Side}, flags={(byte)record.Flags}, status={(byte)record.Status} "
                + $"or instrument={record.Instrument} (of {_instruments.Count}) is not one the format knows",
                nameof(record));
        }

        _statistics.Add(record);
        _block[_inBlock++] = record;
        _header.RecordCount++;
        if (_inBlock == _block.Length)
        {
            FlushBlock();
        }
    }

    /// <summary>Appends everything a source has.</summary>
    /// <param name="source">Its instruments are those of this recording.</param>
    /// <param name="progress">Told the number of records from time to time; may be null.</param>
    /// <returns>How many were appended.</returns>
    /// <exception cref="ArgumentException">As of <see cref="Append"/>; what came before has been appended.</exception>
    public long AppendAll(IMarketEventSource source, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        long before = Count;
        MarketEvent[] some = new MarketEvent[1024];
        for (int count = source.Read(some); count > 0; count = source.Read(some))
        {
            foreach (ref readonly MarketEvent one in some.AsSpan(0, count))
            {
                Append(one);
            }

            progress?.Report(Count);
        }

        return Count - before;
    }

    /// <summary>Writes what is left, the footer and the finished header, and asks a file to reach the disk.</summary>
    /// <exception cref="InvalidOperationException">It has been completed already.</exception>
    public void Complete()
    {
        if (IsComplete)
        {
            throw new InvalidOperationException("the recording is complete already");
        }

        FlushBlock();
        byte[] footer = Footer();
        _stream.Write(footer);
        _header.FooterChecksum = Crc32C.Of(footer);
        _header.InstrumentCount = (uint)_instruments.Count;
        _header.Contents = _statistics.ContentsUnder(_header.Order);
        _header.EarliestLocalNs = _statistics.EarliestLocalNs;
        _header.LatestLocalNs = _statistics.LatestLocalNs;
        _header.EarliestExchangeNs = _statistics.EarliestExchangeNs;
        _header.LatestExchangeNs = _statistics.LatestExchangeNs;
        _header.LocalReversals = _statistics.LocalReversals;
        _header.ExchangeReversals = _statistics.ExchangeReversals;
        if (_stream is FileStream file)
        {
            // Everything the finished header vouches for is on the disk before the header is.
            file.Flush(flushToDisk: true);
        }

        _header.State = RecordingLayout.Complete;
        _stream.Position = 0;
        WriteHeader();
        _stream.Flush();
    }

    /// <summary>Closes the stream. Without <see cref="Complete"/> the recording stays recognisably unfinished.</summary>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private static void ThrowIfFaulty(InstrumentTable instruments, RecordingOrder order, string source, int blockRecords)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentNullException.ThrowIfNull(source);
        List<string> faults = [];
        if (!Enum.IsDefined(order))
        {
            faults.Add($"order={(byte)order} must be {RecordingOrder.Local}, {RecordingOrder.Exchange} or {RecordingOrder.Both}");
        }

        int sourceBytes = Encoding.UTF8.GetByteCount(source);
        if (sourceBytes > RecordingHeader.MaxSourceBytes)
        {
            faults.Add($"source={sourceBytes} bytes must be at most {RecordingHeader.MaxSourceBytes}");
        }

        if (!RecordingLayout.IsBlockSize(blockRecords))
        {
            faults.Add($"blockRecords={blockRecords} must be a power of two from 1 to {RecordingLayout.MaxBlockRecords}");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults));
        }
    }

    private static unsafe RecordingHeader Begin(RecordingOrder order, string source, int blockRecords)
    {
        RecordingHeader header = new()
        {
            Version = RecordingLayout.Version,
            HeaderSize = RecordingHeader.Size,
            ByteOrder = RecordingLayout.ByteOrderMark,
            RecordSize = MarketEvent.Size,
            InstrumentSize = RecordedInstrument.Size,
            BlockRecords = (uint)blockRecords,
            State = RecordingLayout.Writing,
            Order = order,
        };
        RecordingLayout.Magic.CopyTo(new Span<byte>(header.Magic, RecordingLayout.Magic.Length));
        header.SourceLength = (ushort)Encoding.UTF8.GetBytes(source, new Span<byte>(header.Source, RecordingHeader.MaxSourceBytes));
        return header;
    }

    private void WriteHeader()
    {
        RecordingHeader header = _header;
        header.HeaderChecksum = Crc32C.Of(RecordingLayout.BytesOf(header)[..RecordingHeader.CheckedBytes]);
        _stream.Write(RecordingLayout.BytesOf(header));
    }

    private void FlushBlock()
    {
        if (_inBlock == 0)
        {
            return;
        }

        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(_block.AsSpan(0, _inBlock));
        _checksums.Add(Crc32C.Of(bytes));
        _stream.Write(bytes);
        _inBlock = 0;
    }

    private byte[] Footer()
    {
        byte[] footer = new byte[(_checksums.Count * RecordingLayout.ChecksumSize) + (_instruments.Count * RecordedInstrument.Size)];
        Span<byte> rest = footer;
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_checksums)).CopyTo(rest);
        rest = rest[(_checksums.Count * RecordingLayout.ChecksumSize)..];
        foreach (Instrument instrument in _instruments.All)
        {
            RecordedInstrument entry = RecordedInstrument.Of(instrument);
            RecordingLayout.BytesOf(entry).CopyTo(rest);
            rest = rest[RecordedInstrument.Size..];
        }

        return footer;
    }
}
