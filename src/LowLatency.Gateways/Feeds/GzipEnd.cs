using System.Buffers.Binary;
using System.IO.Compression;

namespace LowLatency.Gateways.Feeds;

/// <summary>
/// Tells whether a gzip file ends where it should. <see cref="GZipStream"/> takes a file that was cut off for a shorter one without a word.
/// </summary>
internal static class GzipEnd
{
    private const int TrailerSizeBytes = 4;

    /// <summary>True when the file, decompressed to <paramref name="decompressedBytes"/> without an error, is complete.</summary>
    /// <remarks>
    /// By the size that ends a member (RFC 1952, ISIZE). A file of several members says only the size of its last there: it is decompressed once more with
    /// a member of one byte behind it, which comes out only when everything before it is complete.
    /// </remarks>
    public static bool IsComplete(string path, long decompressedBytes)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        if (file.Length < TrailerSizeBytes)
        {
            return false;
        }

        Span<byte> size = stackalloc byte[TrailerSizeBytes];
        file.Position = file.Length - TrailerSizeBytes;
        file.ReadExactly(size);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(size) == (uint)decompressedBytes || LengthWithOneByteMore(file) == decompressedBytes + 1;
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
