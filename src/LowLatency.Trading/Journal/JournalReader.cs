using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Trading.Journal;

/// <summary>Reads a journal from its beginning, one event at a time, and says where it ends and why. One thread.</summary>
public sealed class JournalReader : IDisposable
{
    private readonly FileStream _file;
    private readonly byte[] _block = new byte[EngineEvent.InputSize * 1024];
    private int _blockLength;
    private int _next;
    private bool _ended;

    private JournalReader(FileStream file, EngineDefinition definition, long position)
    {
        _file = file;
        Definition = definition;
        Position = position;
    }

    /// <summary>What the engine was built from.</summary>
    public EngineDefinition Definition { get; }

    /// <summary>Events read.</summary>
    public long Count { get; private set; }

    /// <summary>Offset of the next event in the file.</summary>
    public long Position { get; private set; }

    /// <summary>After the last event: bytes that follow it and are no event; 0 for a journal that was closed properly, or whose rest is empty.</summary>
    public long TornBytes { get; private set; }

    /// <summary>Opens a journal.</summary>
    /// <exception cref="InvalidDataException">Not a journal, or its header is damaged; says what was found.</exception>
    /// <exception cref="IOException">Cannot be read.</exception>
    public static JournalReader Open(string path)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        try
        {
            return Open(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next event's input.</summary>
    /// <returns>False at the end.</returns>
    public bool TryRead(out EngineEvent input)
    {
        input = default;
        if (_ended || (_next == _blockLength && !Fill()))
        {
            _ended = true;
            return false;
        }

        Span<byte> line = _block.AsSpan(_next, Math.Min(EngineEvent.InputSize, _blockLength - _next));
        if (line.Length == EngineEvent.InputSize)
        {
            line.CopyTo(MemoryMarshal.AsBytes(new Span<EngineEvent>(ref input)));
            if (input.Kind != EngineEventKind.None && input.SequenceLow == (uint)(Count + 1) && input.Checksum == JournalFormat.Checksum(in input))
            {
                _next += EngineEvent.InputSize;
                Position += EngineEvent.InputSize;
                Count++;
                return true;
            }

            input = default;
        }

        _ended = true;
        TornBytes = CountTorn();
        return false;
    }

    /// <summary>Cuts a torn tail off a journal that nobody writes.</summary>
    /// <returns>How many events are left and how many bytes of torn tail were found.</returns>
    public static (long Events, long TornBytes) Cut(string path)
    {
        long events;
        long torn;
        long end;
        using (JournalReader reader = Open(path))
        {
            while (reader.TryRead(out _))
            {
            }

            (events, torn, end) = (reader.Count, reader.TornBytes, reader.Position);
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Write);
        file.SetLength(end);
        return (events, torn);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static JournalReader Open(FileStream file)
    {
        byte[] header = new byte[JournalFormat.FixedHeaderSize];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || JournalFormat.ReadMagic(header) != JournalFormat.Magic)
        {
            throw new InvalidDataException($"{file.Name} is no journal: it does not begin with LLJRNL02");
        }

        int headerSize = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        int size = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        if (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(20)) != JournalFormat.Crc(header.AsSpan(0, 20)))
        {
            throw new InvalidDataException($"{file.Name}: the header's checksum is wrong");
        }

        if (size < 0 || size > JournalFormat.LargestDefinition || headerSize < JournalFormat.FixedHeaderSize + (long)size || headerSize > file.Length)
        {
            throw new InvalidDataException($"{file.Name}: headerSize={headerSize} and definitionSize={size} do not fit a file of {file.Length} bytes");
        }

        byte[] body = new byte[size];
        file.ReadExactly(body);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(16)) != JournalFormat.Crc(body))
        {
            throw new InvalidDataException($"{file.Name}: the definition's checksum is wrong");
        }

        file.Position = headerSize;
        return new JournalReader(file, DefinitionCodec.Decode(body), headerSize);
    }

    private bool Fill()
    {
        _next = 0;
        _blockLength = _file.ReadAtLeast(_block, _block.Length, throwOnEndOfStream: false);
        return _blockLength > 0;
    }

    /// <summary>Everything from the first bad record to the last byte that is not zero.</summary>
    private long CountTorn()
    {
        long seen = 0;
        long torn = 0;
        do
        {
            ReadOnlySpan<byte> rest = _block.AsSpan(_next, _blockLength - _next);
            int last = rest.LastIndexOfAnyExcept((byte)0);
            torn = last >= 0 ? seen + last + 1 : torn;
            seen += rest.Length;
        }
        while (Fill());
        return torn;
    }
}
