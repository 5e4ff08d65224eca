using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;

namespace LowLatency.Markets.Recording;

/// <summary>
/// A complete recording in memory, read in place. Opening checks header, footer, instrument table and length; the records of a block are
/// vouched for by <see cref="Check"/>, which a <see cref="RecordingCursor"/> calls when it enters a block.
/// </summary>
/// <remarks>
/// Any number of threads may read. Nothing handed out (references, spans, cursors) may be used after <see cref="Dispose"/>.
/// A mapped file must not be shortened by somebody else while it is read: the operating system ends the process that touches a page that is gone.
/// </remarks>
public sealed unsafe class RecordingReader : IDisposable
{
    private readonly RecordingBytes _bytes;
    private readonly RecordingHeader _header;
    private readonly bool[] _sound;
    private MarketEvent* _records;

    private RecordingReader(RecordingBytes bytes, in RecordingHeader header, InstrumentTable instruments)
    {
        _bytes = bytes;
        _header = header;
        _records = (MarketEvent*)(bytes.Address + RecordingHeader.Size);
        _sound = new bool[RecordingLayout.BlocksOf(header.RecordCount, header.BlockRecords)];
        Instruments = instruments;
        fixed (byte* source = header.Source)
        {
            Source = Encoding.UTF8.GetString(source, header.SourceLength);
        }
    }

    /// <summary>The instruments the records refer to.</summary>
    public InstrumentTable Instruments { get; }

    /// <summary>What the recording was made from, in its maker's words.</summary>
    public string Source { get; }

    /// <summary>How many records there are.</summary>
    public long Count => (long)_header.RecordCount;

    /// <summary>How many blocks hold them.</summary>
    public long BlockCount => _sound.Length;

    /// <summary>Records in every block but perhaps the last.</summary>
    public int BlockRecords => (int)_header.BlockRecords;

    /// <summary>Bytes of the whole recording.</summary>
    public long SizeBytes => _bytes.Length;

    /// <summary>The clock the records are ordered by.</summary>
    public RecordingOrder Order => _header.Order;

    /// <summary>What it holds.</summary>
    public RecordingContents Contents => _header.Contents;

    /// <summary>The smallest local time, 0 without records.</summary>
    public long EarliestLocalNs => _header.EarliestLocalNs;

    /// <summary>The largest local time, 0 without records.</summary>
    public long LatestLocalNs => _header.LatestLocalNs;

    /// <summary>The smallest exchange time, 0 without records.</summary>
    public long EarliestExchangeNs => _header.EarliestExchangeNs;

    /// <summary>The largest exchange time, 0 without records.</summary>
    public long LatestExchangeNs => _header.LatestExchangeNs;

    /// <summary>Records earlier than the one before by local time, those for exchange time only left aside.</summary>
    public long LocalReversals => _header.LocalReversals;

    /// <summary>Records earlier than the one before by exchange time, those for local time only left aside.</summary>
    public long ExchangeReversals => _header.ExchangeReversals;

    /// <summary>The record of a number from 0; its block is not checked here.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such record.</exception>
    public ref readonly MarketEvent this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)index, _header.RecordCount, nameof(index));
            return ref *AddressOf(index);
        }
    }

    /// <summary>Maps a recording.</summary>
    /// <exception cref="InvalidDataException">Not a complete and undamaged recording; lists every fault found outside the records.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RecordingReader Open(string path) =>
        TryOpen(path, out RecordingReader? reader, out IReadOnlyList<string> faults)
            ? reader
            : throw new InvalidDataException($"{path}: {string.Join("; ", faults)}");

    /// <summary>Maps a recording, or says everything that is wrong with it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool TryOpen(
        string path,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RecordingReader? reader,
        out IReadOnlyList<string> faults) => TryOpen(new RecordingBytes(path), out reader, out faults);

    /// <summary>Copies a recording from memory.</summary>
    /// <exception cref="InvalidDataException">Not a complete and undamaged recording; lists every fault found outside the records.</exception>
    public static RecordingReader FromBytes(ReadOnlySpan<byte> bytes) =>
        TryFromBytes(bytes, out RecordingReader? reader, out IReadOnlyList<string> faults)
            ? reader
            : throw new InvalidDataException(string.Join("; ", faults));

    /// <summary>Copies a recording from memory, or says everything that is wrong with it.</summary>
    public static bool TryFromBytes(
        ReadOnlySpan<byte> bytes,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RecordingReader? reader,
        out IReadOnlyList<string> faults) => TryOpen(new RecordingBytes(bytes), out reader, out faults);

    /// <summary>Where the record of a number from 0 lies, in bytes from the start of a recording.</summary>
    public static long OffsetOf(long record) => RecordingHeader.Size + (record * MarketEvent.Size);

    /// <summary>The records of a block from 0, not checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such block.</exception>
    public ReadOnlySpan<MarketEvent> Block(long block)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)block, (ulong)BlockCount, nameof(block));
        long first = block * BlockRecords;
        return new ReadOnlySpan<MarketEvent>(AddressOf(first), (int)Math.Min(BlockRecords, Count - first));
    }

    /// <summary>
    /// Checks a block's checksum and that every record's kind, side, flags, status and instrument are ones the format knows.
    /// A block found sound is not checked again.
    /// </summary>
    /// <returns>What is wrong, or null.</returns>
    public RecordingBlockFault? Check(long block)
    {
        ReadOnlySpan<MarketEvent> records = Block(block);
        if (_sound[block])
        {
            return null;
        }

        string? reason = FaultOf(records, block);
        _sound[block] = reason is null;
        long first = block * BlockRecords;
        return reason is null
            ? null
            : new RecordingBlockFault(block, OffsetOf(first), first, records.Length, reason);
    }

    /// <summary>Checks every block.</summary>
    /// <returns>What is wrong with each faulty one.</returns>
    public IReadOnlyList<RecordingBlockFault> Verify()
    {
        List<RecordingBlockFault> faults = [];
        for (long block = 0; block < BlockCount; block++)
        {
            if (Check(block) is { } fault)
            {
                faults.Add(fault);
            }
        }

        return faults;
    }

    /// <summary>A reader of the records from the first one on.</summary>
    /// <param name="view">Which records it shows.</param>
    /// <param name="skipDamaged">Whether it goes on after a faulty block; it stops otherwise.</param>
    public RecordingCursor Read(RecordingView view = RecordingView.All, bool skipDamaged = false) => new(this, view, skipDamaged);

    /// <summary>Unmaps the file or frees the copy.</summary>
    public void Dispose()
    {
        _records = null;
        _bytes.Dispose();
    }

    /// <summary>The address of a record, for the cursor.</summary>
    internal MarketEvent* AddressOf(long record) => _records == null ? throw new ObjectDisposedException(nameof(RecordingReader)) : _records + record;

    private static bool TryOpen(
        RecordingBytes bytes,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RecordingReader? reader,
        out IReadOnlyList<string> faults)
    {
        reader = null;
        try
        {
            RecordingLayout.RequireLittleEndian();
            RecordingHeader header = bytes.Length < RecordingHeader.Size ? default : Unsafe.Read<RecordingHeader>(bytes.Address);
            List<string> found = RecordingHeaderCheck.Faults(header, (ulong)bytes.Length);
            InstrumentTable instruments = new();
            if (found.Count == 0)
            {
                ReadFooter(bytes, header, instruments, found);
            }

            faults = found;
            if (found.Count == 0)
            {
                reader = new RecordingReader(bytes, header, instruments);
            }

            return reader is not null;
        }
        finally
        {
            if (reader is null)
            {
                bytes.Dispose();
            }
        }
    }

    private static void ReadFooter(RecordingBytes bytes, in RecordingHeader header, InstrumentTable instruments, List<string> faults)
    {
        long offset = (long)RecordingLayout.FooterOffset(header.RecordCount);
        if (bytes.Length - offset > int.MaxValue)
        {
            faults.Add($"footer={bytes.Length - offset} bytes must be at most {int.MaxValue}");
            return;
        }

        ReadOnlySpan<byte> footer = new(bytes.Address + offset, (int)(bytes.Length - offset));
        uint checksum = Crc32C.Of(footer);
        if (checksum != header.FooterChecksum)
        {
            faults.Add($"footerChecksum={header.FooterChecksum:X8} but the footer gives {checksum:X8}");
            return;
        }

        ReadOnlySpan<byte> entries = footer[^(int)(header.InstrumentCount * RecordedInstrument.Size)..];
        foreach (ref readonly RecordedInstrument entry in MemoryMarshal.Cast<byte, RecordedInstrument>(entries))
        {
            entry.AddTo(instruments, faults);
        }
    }

    private string? FaultOf(ReadOnlySpan<MarketEvent> records, long block)
    {
        byte* checksums = _bytes.Address + (long)RecordingLayout.FooterOffset(_header.RecordCount);
        uint expected = Unsafe.ReadUnaligned<uint>(checksums + (block * RecordingLayout.ChecksumSize));
        uint found = Crc32C.Of(MemoryMarshal.AsBytes(records));
        if (found != expected)
        {
            return $"checksum={expected:X8} but the records give {found:X8}";
        }

        for (int i = 0; i < records.Length; i++)
        {
            if (!RecordCheck.IsValid(records[i], Instruments.Count))
            {
                return $"record={(block * BlockRecords) + i}: kind={(byte)records[i].Kind}, side={(byte)records[i].Side}, flags={(byte)records[i].Flags}, "
                    + $"status={(byte)records[i].Status} or instrument={records[i].Instrument} is not one the format knows";
            }
        }

        return null;
    }
}
