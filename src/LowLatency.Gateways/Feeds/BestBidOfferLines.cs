using System.Globalization;
using System.Text;

namespace LowLatency.Gateways.Feeds;

/// <summary>Writes lines <c>ts_ns,bid,bid_size,ask,ask_size</c>, each only when one of the four numbers differs from the line before.</summary>
internal sealed class BestBidOfferLines(Stream output) : IDisposable
{
    private readonly StreamWriter _lines = new(output, Encoding.ASCII, 1 << 16, leaveOpen: true) { NewLine = "\n" };
    private (long Bid, long BidSize, long Ask, long AskSize) _last;

    /// <summary>Lines written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes the line if it says something new; an empty side is 0, 0, which both are before the first line.</summary>
    public void Write(long timeNs, long bid, long bidSize, long ask, long askSize)
    {
        if ((bid, bidSize, ask, askSize) != _last)
        {
            _last = (bid, bidSize, ask, askSize);
            Count++;
            _lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{timeNs},{bid},{bidSize},{ask},{askSize}"));
        }
    }

    /// <summary>Writes out what is held back; the output stays open.</summary>
    public void Dispose() => _lines.Dispose();
}
