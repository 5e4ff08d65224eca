using System.Buffers.Binary;
using System.IO.Compression;

namespace LowLatency.Gateways.Feeds;

/// <summary>
/// Tells whether a gzip file ends where it should. <see cref="GZipStream"/> takes a file that was cut off for a shorter one without a word.
/// </summary>
internal static class GzipEnd
{
    private const int SizeBytes = 4;
    private const int SmallBytes = 1 << 20;

    /// <summary>True when the file, decompressed to <paramref name="decompressedBytes"/> without an error, is complete.</summary>
    /// <remarks>
    /// A file of more than a mebibyte that ends in its decompressed size (RFC 1952, ISIZE) is. A smaller one, where that may be chance, and one of several members, which ends in
    /// the size of the last, are decompressed once more with a member of one byte behind them, which comes out only when everything before it is complete.
    /// </remarks>
    public static bool IsComplete(string path, long decompressedBytes)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        return (file.Length > SmallBytes && SizeAtEnd(file) == (uint)decompressedBytes) || LengthWithOneByteMore(file) == decompressedBytes + 1;
    }

    private static uint SizeAtEnd(FileStream file)
    {
        Span<byte> size = stackalloc byte[SizeBytes];
        file.Position = file.Length - SizeBytes;
        file.ReadExactly(size);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(size);
    }

    private static long LengthWithOneByteMore(FileStream file)
    {
        using MemoryStream member = new();
        using (GZipStream one = new(member, CompressionLevel.NoCompression, leaveOpen: true))
        {
            one.WriteByte(0);
        }

        using GZipStream content = new(new JoinedStream(file, member.ToArray()), CompressionMode.Decompress);
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try
        {
            for (int read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            return -1;
        }

        return length;
    }

    private sealed class JoinedStream(Stream first, byte[] second) : Stream
    {
        private int _taken;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = first.Read(buffer);
            if (read == 0 && !buffer.IsEmpty)
            {
                read = Math.Min(buffer.Length, second.Length - _taken);
                second.AsSpan(_taken, read).CopyTo(buffer);
                _taken += read;
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
