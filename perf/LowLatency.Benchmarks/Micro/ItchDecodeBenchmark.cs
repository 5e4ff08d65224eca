using BenchmarkDotNet.Attributes;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Latency.Itch;

namespace LowLatency.Benchmarks.Micro;

/// <summary>One add-order message: told apart, and every field a book needs read.</summary>
[MemoryDiagnoser]
public class ItchDecodeBenchmark
{
    private readonly byte[] _frame = new byte[64];
    private int _length;
    private long _calls;
    private ItchSumHandler _handler;

    [GlobalSetup]
    public void SetUp()
    {
        AddOrderMessage message = new() { OrderReference = 17, BuySellIndicator = 'B', Shares = 100, Price4 = 1_234_500, Stock = new("ABC") };
        _length = ItchEncoder.WriteFrame(in message, _frame) - sizeof(ushort);
    }

    [Benchmark]
    public ulong DecodeAddOrder()
    {
        _calls++;
        FeedPosition position = new(0, _calls, 0);
        ItchDecoder.Decode(_frame.AsSpan(sizeof(ushort), _length), in position, ref _handler);
        return _handler.Sum;
    }

    [GlobalCleanup]
    public void CleanUp() => MicroCheck.Require(_calls > 0 && _handler.Orders == _calls && _handler.Messages == _calls);
}
