using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Binance;
using LowLatency.Latency.Measuring;
using LowLatency.Markets.Recording;

namespace LowLatency.Latency.Recording;

/// <summary>A Binance file imported to a recording.</summary>
internal sealed class BinanceImportBenchmark() : Benchmark("recording-import", "a record imported from a Binance file to a recording, the file read twice")
{
    private readonly FeedAnomalies _anomalies = new();
    private string? _from;
    private string? _to;

    public override bool MayBeRealTime => false;

    public override DataKinds Data => DataKinds.Feed;

    public override string? Note => Path.GetFileName(_from);

    public override string? SetUp(BenchmarkInput input)
    {
        _from = input.FileOf(Data);
        if (_from is null || !new BinanceFormat().Recognises(Path.GetFileName(_from), FeedFile.ReadHead(_from)))
        {
            return "needs a Binance file by --data";
        }

        _to = Path.GetTempFileName();
        return null;
    }

    public override (long Done, bool IsLast) Burst()
    {
        using BinanceEventSource source = new BinanceFormat().Open(_from!, new FeedImportOptions(), _anomalies);
        using RecordingWriter writer = RecordingWriter.Create(_to!, source.Instruments, RecordingOrder.Both, Path.GetFileName(_from)!);
        long records = writer.AppendAll(source);
        writer.Complete();
        return (records, true);
    }

    public override void Check() => Require(_anomalies.Total - _anomalies[FeedAnomalyKind.TimeReversal], 0, "anomalies");

    protected override void Release()
    {
        if (_to is not null)
        {
            File.Delete(_to);
        }
    }
}
