using System.Buffers.Text;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Writes the best prices and sizes of one stock whenever one of them has changed; <see cref="ItchBboHandler"/> feeds it.</summary>
/// <param name="books">The books; orders of other stocks need not be in them.</param>
/// <param name="locate">The stock.</param>
/// <param name="output">Takes the lines.</param>
internal sealed class ItchBboWriter(ItchBooks books, ushort locate, Stream output)
{
    private const int LongestLine = 128;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _length;
    private ItchTop _top;

    public ItchBooks Books => books;

    public ushort Locate => locate;

    public long Messages { get; private set; }

    public long Lines { get; private set; }

    /// <summary>After each message of the stock.</summary>
    public void Update(in ItchHeader header)
    {
        Messages++;
        ItchTop top = books.TopOf(locate);
        if (top == _top)
        {
            return;
        }

        _top = top;
        Lines++;
        if (_buffer.Length - _length < LongestLine)
        {
            Flush();
        }

        Put(header.TimestampNs, ',');
        Put(top.BidPrice4, ',');
        Put(top.BidShares, ',');
        Put(top.AskPrice4, ',');
        Put(top.AskShares, '\n');
    }

    public void Flush()
    {
        output.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Put(long number, char separator)
    {
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out int written);
        _length += written;
        _buffer[_length++] = (byte)separator;
    }
}
