using System.IO.Compression;

namespace LowLatency.Gateways.Feeds;

/// <summary>Decompresses a gzip file and says so when the file ends too early, which <see cref="GZipStream"/> takes for the end of the content.</summary>
/// <param name="file">The file at its start; disposed with this.</param>
internal sealed class GzipContent(FileStream file) : Stream
{
    private readonly GZipStream _content = new(file, CompressionMode.Decompress);
    private long _length;
    private bool _checked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The data are damaged, or the content that has been read is not all that the file says it holds.</exception>
    public override int Read(Span<byte> buffer)
    {
        int got = _content.Read(buffer);
        _length += got;
        if (got == 0 && buffer.Length > 0)
        {
            CheckEnd();
        }

        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        if (!_checked && !GzipEnd.IsComplete(file.Name, _length))
        {
            throw new InvalidDataException("the compressed file ends too early");
        }

        _checked = true;
    }
}
