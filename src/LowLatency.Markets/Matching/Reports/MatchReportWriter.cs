using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;

namespace LowLatency.Markets.Matching.Reports;

/// <summary>
/// Reports as text, and the SHA-256 over it. A line per report, lines joined by one line feed, none at the end; numbers in decimal ASCII, side 0 buy, 1 sell:
/// <code>
/// 0,sequence,side,id,price,quantity     accepted
/// 1,sequence,price,quantity,maker,taker trade
/// 2,sequence,side,id,price              canceled
/// 3,sequence,side,id,price,quantity     replaced
/// 4,sequence,id                         cancel rejected
/// 5,sequence,id                         replace rejected
/// 6,sequence,id                         new order rejected (ours; the published flows have none)
/// </code>
/// </summary>
/// <remarks>Does not allocate once constructed. The stream, if any, is written to and not closed.</remarks>
public sealed class MatchReportWriter(Stream? output = null) : IDisposable
{
    private const int LongestLine = 128;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly long[] _counts = new long[7];
    private readonly long[] _rejects = new long[256];
    private int _length;
    private bool _any;

    /// <summary>How many reports of a kind were written.</summary>
    public long CountOf(MatchReportKind kind) => _counts[(int)kind];

    /// <summary>How many rejects had a reason.</summary>
    public long CountOf(MatchRejectReason reason) => _rejects[(int)reason];

    /// <summary>Writes reports in order.</summary>
    public void Write(ReadOnlySpan<MatchReport> reports)
    {
        foreach (ref readonly MatchReport report in reports)
        {
            if (_buffer.Length - _length < LongestLine)
            {
                Flush();
            }

            _length += Format(report, _buffer.AsSpan(_length));
            _counts[(int)report.Kind]++;
            if (report.Kind >= MatchReportKind.CancelRejected)
            {
                _rejects[report.Reason]++;
            }
        }
    }

    /// <summary>Ends the text, and gives its SHA-256 as 64 lower-case hexadecimal digits. A new text begins.</summary>
    public string Finish()
    {
        Flush();
        output?.Flush();
        _any = false;
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private int Format(in MatchReport report, Span<byte> line)
    {
        int at = 0;
        if (_any)
        {
            line[at++] = (byte)'\n';
        }

        _any = true;
        line[at++] = (byte)('0' + (int)report.Kind);
        at = Add(line, at, report.Sequence);
        switch (report.Kind)
        {
            case MatchReportKind.Trade:
                at = Add(line, at, report.Price);
                at = Add(line, at, report.Quantity);
                at = Add(line, at, report.MakerId);
                return Add(line, at, report.OrderId);
            case MatchReportKind.Accepted or MatchReportKind.Replaced or MatchReportKind.Canceled:
                line[at++] = (byte)',';
                line[at++] = (byte)('0' + (int)report.Side - 1);
                at = Add(line, at, report.OrderId);
                at = Add(line, at, report.Price);
                return report.Kind == MatchReportKind.Canceled ? at : Add(line, at, report.Quantity);
            default:
                return Add(line, at, report.OrderId);
        }
    }

    private static int Add(Span<byte> line, int at, long value)
    {
        line[at++] = (byte)',';
        bool fits = Utf8Formatter.TryFormat(value, line[at..], out int written);
        Debug.Assert(fits, "a line is longer than the longest line");
        return at + written;
    }

    private static int Add(Span<byte> line, int at, ulong value)
    {
        line[at++] = (byte)',';
        bool fits = Utf8Formatter.TryFormat(value, line[at..], out int written);
        Debug.Assert(fits, "a line is longer than the longest line");
        return at + written;
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _length);
        output?.Write(_buffer, 0, _length);
        _length = 0;
    }
}
