using System.Diagnostics;
using LowLatency.Latency.Itch;
using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Metrics;

namespace LowLatency.Latency.TickToTrade;

/// <summary>From a message's arrival to the bytes of the order it leads to: an open loop, in which messages arrive by the clock whether or not the one before has been dealt with.</summary>
/// <remarks>
/// A latency is counted from when the message was due, so a message that waited behind others carries its wait with it. Orders alone are recorded. The venue's answers are dealt with after
/// the latency has been taken and before the next message, and delay it where they must.
/// </remarks>
internal sealed class TickToTradeBenchmark(string name, int messagesPerSecond, int symbols, params IReadOnlyList<Goal> goals)
    : Benchmark(name, $"an ITCH message that leads to an order, from its arrival to the OUCH bytes in the venue's buffer, at {messagesPerSecond:N0} messages/s")
{
    private const int GeneratedMessages = 4_000_000;
    private const int BurstMs = 80;
    private const int BurstsARound = 6;
    private const int RehearsedOrders = 30_000;
    private const int MostPasses = 20;

    /// <summary>From the start of a burst to its first message.</summary>
    private const int LeadNs = 20_000;
    private const double NsPerSecond = 1e9;

    private readonly int _burst = (int)((long)messagesPerSecond * BurstMs / 1000);
    private readonly double _nsPerTick = NsPerSecond / Stopwatch.Frequency;
    private readonly LatencyHistogram _latencies = new(1, 1_000_000_000, 3);
    private TradingLoop? _loop;
    private string? _note;
    private long _messages;
    private long _watched;
    private long _left;
    private long _ordersBefore;

    public override Figure Figure => Figure.MedianLatency;

    public override DataKinds Data => DataKinds.Itch;

    public override IReadOnlyList<Goal> Goals => [.. goals, Goal.AtMost(GoalFigure.AllocatedBytes, 0)];

    public override LatencyHistogram? Latencies => _latencies;

    public override string? Note => _note;

    public override string? SetUp(BenchmarkInput input)
    {
        ItchInput day = ItchInput.Of(input, symbols, GeneratedMessages);
        try
        {
            _loop = new TradingLoop(day);
        }
        catch (ArgumentException fault)
        {
            return fault.Message;
        }

        _messages = day.Messages;
        _watched = day.Messages >= GeneratedMessages ? day.Messages / 4 : 0;
        _note = $"{day.Note}; {Rehearse(_loop):P1} of the messages lead to an order";
        return null;
    }

    /// <summary>Goes on in the day where the last round ended, or begins it anew where it would end within this one.</summary>
    public override void Prepare()
    {
        long round = Math.Min((long)_burst * BurstsARound, _messages - _watched);
        if (_loop!.Messages + round > _messages)
        {
            _loop.Rewind();
            _loop.Watch((int)_watched);
        }

        _left = round;
        _ordersBefore = _loop.Orders;
    }

    public override (long Done, bool IsLast) Burst()
    {
        int messages = (int)Math.Min(_burst, _left);
        Run(_loop!, messages, Stopwatch.Frequency / messagesPerSecond);
        _left -= messages;
        return (messages, _left == 0);
    }

    public override void Check()
    {
        TradingLoop loop = _loop!;
        Require(loop.Sent.NewOrders, loop.Orders, "orders encoded");
        Require(loop.Venue.Orders, loop.Orders, "orders decoded at the venue");
        Require(loop.Engine.Counters.Acks, loop.Orders, "acks");
        Require(loop.Engine.Counters.Fills, loop.Orders, "fills");
        Require(loop.Reports, loop.Orders * 2, "reports read");
        Require(loop.Faults, 0, "faults");
        Require(_latencies.TotalCount, loop.Orders - _ordersBefore, "latencies");
    }

    protected override void Release() => _loop?.Dispose();

    /// <summary>Takes messages as fast as it goes until enough orders have been sent for the runtime to have compiled everything for good; a short recording over and over.</summary>
    /// <returns>The share of messages that led to an order.</returns>
    private double Rehearse(TradingLoop loop)
    {
        long taken = 0;
        for (int pass = 0; pass < MostPasses && loop.Orders < RehearsedOrders; pass++)
        {
            loop.Rewind();
            loop.Watch((int)_watched);
            for (; loop.Messages < _messages && loop.Orders < RehearsedOrders; taken++)
            {
                if (loop.Take())
                {
                    loop.Settle();
                }
            }
        }

        return (double)loop.Orders / Math.Max(taken, 1);
    }

    private void Run(TradingLoop loop, int messages, long period)
    {
        long due = Stopwatch.GetTimestamp() + (long)(LeadNs / _nsPerTick);
        for (int i = 0; i < messages; i++)
        {
            while (Stopwatch.GetTimestamp() < due)
            {
            }

            if (loop.Take())
            {
                _latencies.Record((long)((Stopwatch.GetTimestamp() - due) * _nsPerTick));
                loop.Settle();
            }

            due += period;
        }
    }
}
