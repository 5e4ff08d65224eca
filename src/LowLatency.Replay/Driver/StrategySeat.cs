using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Strategies;

namespace LowLatency.Replay.Driver;

/// <summary>A strategy with its port and context.</summary>
internal sealed class StrategySeat(IStrategy strategy, StrategyPort port, StrategyContext context)
{
    private ulong _nextClOrdId = port.NextClOrdId;

    public IStrategy Strategy => strategy;

    public StrategyPort Port => port;

    public StrategyContext Context => context;

    /// <summary>Reports that were there when the driver last looked.</summary>
    public int Waiting { get; set; }

    /// <summary>Of those, how many hash and tally have taken.</summary>
    public int Noted { get; set; }

    /// <summary>True when the strategy has sent something since the last time this was asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasSent()
    {
        ulong next = port.NextClOrdId;
        bool sent = next != _nextClOrdId;
        _nextClOrdId = next;
        return sent;
    }
}
