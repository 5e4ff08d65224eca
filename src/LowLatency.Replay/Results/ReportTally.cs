using System.Runtime.CompilerServices;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Replay.Results;

/// <summary>Counts execution reports by what they say. One thread.</summary>
internal sealed class ReportTally
{
    private readonly long[] _rejects = new long[64];
    private readonly long[] _cancelRejects = new long[64];

    public long Reports { get; private set; }

    public long Acks { get; private set; }

    public long Fills { get; private set; }

    public long Canceled { get; private set; }

    public long Expired { get; private set; }

    public long Replaced { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in ExecutionReport report)
    {
        Reports++;
        switch (report.ExecType)
        {
            case ExecType.New:
                Acks++;
                break;
            case ExecType.Trade:
                Fills++;
                break;
            case ExecType.Canceled:
                Canceled++;
                break;
            case ExecType.Replaced:
                Replaced++;
                break;
            case ExecType.Expired:
                Expired++;
                break;
            case ExecType.Rejected:
                _rejects[(int)report.RejectReason & 63]++;
                break;
            case ExecType.CancelReject:
                _cancelRejects[(int)report.RejectReason & 63]++;
                break;
        }
    }

    public IReadOnlyDictionary<RejectReason, long> Rejects() => Counted(_rejects);

    public IReadOnlyDictionary<RejectReason, long> CancelRejects() => Counted(_cancelRejects);

    private static SortedDictionary<RejectReason, long> Counted(long[] counts)
    {
        SortedDictionary<RejectReason, long> counted = [];
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                counted.Add((RejectReason)i, counts[i]);
            }
        }

        return counted;
    }
}
