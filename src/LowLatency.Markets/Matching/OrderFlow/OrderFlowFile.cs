using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;

namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>
/// A recorded order flow in memory. Compressed (gzip) or not, with records of 16 bytes, or of 40 behind a header that begins with <see cref="Magic"/>:
/// <c>u64 magic, u32 version = 1, u32 count</c>; all little-endian. Any bytes can be read; what is wrong with them is in <see cref="Faults"/>.
/// </summary>
/// <remarks>The fields of both records: type 0 new, 1 cancel, 2 modify; side 0 buy, 1 sell; ioc 0 or 1; quantity; order id; price in ticks; the rest zero.</remarks>
public sealed unsafe class OrderFlowFile : IDisposable
{
    /// <summary>The first eight bytes of a file with 40-byte records.</summary>
    public const ulong Magic = 0x4D45_4257_5F30_3031;

    /// <summary>The largest uncompressed size that <see cref="Load(string, long)"/> takes unless told otherwise, in bytes.</summary>
    public const long DefaultMaxBytes = 1L << 32;

    private const int HeaderBytes = 16;

    private NativeBlock _block;
    private long _bytes;
    private bool _disposed;

    private OrderFlowFile(Stream stream, long maxBytes)
    {
        ReadAll(stream, maxBytes);
        bool isWide = HasMagic(new(_block.Pointer, (int)Math.Min(_bytes, sizeof(ulong))));
        IsWide = isWide;
        Count = isWide ? WideCount() : CountFrom(0, sizeof(CompactOrderRecord));
        if (isWide)
        {
            Check<WideOrderRecord>(HeaderBytes);
        }
        else
        {
            Check<CompactOrderRecord>(0);
        }
    }

    /// <summary>How many records there are, faulty ones included.</summary>
    public long Count { get; }

    /// <summary>True for records of 40 bytes.</summary>
    public bool IsWide { get; }

    /// <summary>What is wrong with the file.</summary>
    public OrderFlowFaults Faults { get; } = new();

    /// <summary>How many records are new orders.</summary>
    public long NewCount { get; private set; }

    /// <summary>How many records are cancels.</summary>
    public long CancelCount { get; private set; }

    /// <summary>How many records are modifies.</summary>
    public long ModifyCount { get; private set; }

    /// <summary>The largest id of a new order.</summary>
    public ulong LargestOrderId { get; private set; }

    /// <summary>Reads a file whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The largest uncompressed size; what goes beyond it is a fault.</param>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static OrderFlowFile Load(string path, long maxBytes = DefaultMaxBytes)
    {
        using FileStream file = File.OpenRead(path);
        return Load(file, maxBytes);
    }

    /// <summary>Whether a file that begins, decompressed, with <paramref name="head"/> says that it is an order flow of 40-byte records.</summary>
    public static bool HasMagic(ReadOnlySpan<byte> head) => head.Length >= sizeof(ulong) && BinaryPrimitives.ReadUInt64LittleEndian(head) == Magic;

    /// <summary>Whether a file without the magic may be an order flow of 16-byte records: every whole record of its beginning could be one and there is a new order among them.</summary>
    public static bool LooksCompact(ReadOnlySpan<byte> head)
    {
        bool anyNew = false;
        for (; head.Length >= sizeof(CompactOrderRecord); head = head[sizeof(CompactOrderRecord)..])
        {
            if (head[0] > 2 || head[1] > 1 || head[2] > 1 || head[3] != 0)
            {
                return false;
            }

            anyNew |= head[0] == 0 && BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) != 0;
        }

        return anyNew;
    }

    /// <summary>Reads a seekable stream from its position to its end.</summary>
    public static OrderFlowFile Load(Stream stream, long maxBytes = DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        long start = stream.Position;
        bool isCompressed = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = start;
        if (!isCompressed)
        {
            return new(stream, maxBytes);
        }

        OrderFlowFile file;
        using (GZipStream unzipped = new(stream, CompressionMode.Decompress, leaveOpen: true))
        {
            file = new(unzipped, maxBytes);
        }

        file.CheckCompressedLength(stream, start);
        return file;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _block.Dispose();
        }
    }

    /// <summary>The records, which are there until the file is disposed.</summary>
    internal TRecord* Records<TRecord>()
        where TRecord : unmanaged, IOrderFlowRecord
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return (TRecord*)(_block.Pointer + (IsWide ? HeaderBytes : 0));
    }

    private void ReadAll(Stream stream, long maxBytes)
    {
        long capacity = 1 << 20;
        _block = new(capacity);
        try
        {
            int read;
            do
            {
                if (_bytes == capacity)
                {
                    capacity *= 2;
                    NativeBlock larger = new(capacity);
                    Buffer.MemoryCopy(_block.Pointer, larger.Pointer, capacity, _bytes);
                    _block.Dispose();
                    _block = larger;
                }

                read = stream.Read(new Span<byte>(_block.Pointer + _bytes, (int)Math.Min(capacity - _bytes, 1 << 20)));
                _bytes += read;
            }
            while (read != 0 && _bytes <= maxBytes);
        }
        catch (InvalidDataException)
        {
            Faults.Add(OrderFlowFaultKind.DamagedCompression, _bytes);
        }
        catch
        {
            _block.Dispose();
            throw;
        }

        if (_bytes > maxBytes)
        {
            _bytes = maxBytes;
            Faults.Add(OrderFlowFaultKind.TooLong, maxBytes);
        }
    }

    /// <summary>The decompressor takes a cut-off file for a complete one; the length modulo 2^32 in its last four bytes tells.</summary>
    private void CheckCompressedLength(Stream stream, long start)
    {
        if (Faults.CountOf(OrderFlowFaultKind.DamagedCompression) + Faults.CountOf(OrderFlowFaultKind.TooLong) != 0)
        {
            return;
        }

        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        stream.Position = Math.Max(start, stream.Length - trailer.Length);
        if (stream.ReadAtLeast(trailer, trailer.Length, throwOnEndOfStream: false) < trailer.Length
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer) != (uint)_bytes)
        {
            Faults.Add(OrderFlowFaultKind.WrongCompressedLength, _bytes);
        }
    }

    private long WideCount()
    {
        if (_bytes < HeaderBytes)
        {
            Faults.Add(OrderFlowFaultKind.TruncatedTail, 0);
            return 0;
        }

        ReadOnlySpan<byte> header = new(_block.Pointer, HeaderBytes);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) != 1)
        {
            Faults.Add(OrderFlowFaultKind.UnsupportedVersion, 8);
            return 0;
        }

        long counted = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        long present = CountFrom(HeaderBytes, sizeof(WideOrderRecord));
        if (counted != present)
        {
            Faults.Add(OrderFlowFaultKind.WrongCount, 12);
        }

        return Math.Min(counted, present);
    }

    private long CountFrom(long offset, int recordBytes)
    {
        (long count, long rest) = Math.DivRem(_bytes - offset, recordBytes);
        if (rest != 0)
        {
            Faults.Add(OrderFlowFaultKind.TruncatedTail, _bytes - rest);
        }

        return count;
    }

    private void Check<TRecord>(long start)
        where TRecord : unmanaged, IOrderFlowRecord
    {
        TRecord* records = (TRecord*)(_block.Pointer + start);
        for (long i = 0; i < Count; i++)
        {
            ref TRecord record = ref records[i];
            long offset = start + (i * Unsafe.SizeOf<TRecord>());
            if (!record.HasSequence(i))
            {
                Faults.Add(OrderFlowFaultKind.WrongSequence, offset);
            }

            if (FaultOf(record) is OrderFlowFaultKind fault)
            {
                Faults.Add(fault, offset);
                record.Type = IOrderFlowRecord.Skipped;
            }
            else if (record.Type == 0)
            {
                NewCount++;
                LargestOrderId = Math.Max(LargestOrderId, record.OrderId);
            }
            else if (record.Type == 1)
            {
                CancelCount++;
            }
            else
            {
                ModifyCount++;
            }
        }
    }

    private static OrderFlowFaultKind? FaultOf<TRecord>(in TRecord record)
        where TRecord : unmanaged, IOrderFlowRecord =>
        record.Type > 2 ? OrderFlowFaultKind.UnknownType
        : record.Side > 1 ? OrderFlowFaultKind.UnknownSide
        : record.ImmediateOrCancel > (record.Type == 0 ? 1 : 0) ? OrderFlowFaultKind.InvalidFlag
        : !record.ReservedIsZero ? OrderFlowFaultKind.ReservedNotZero
        : null;
}
