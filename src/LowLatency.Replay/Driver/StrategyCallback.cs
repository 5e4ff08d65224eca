namespace LowLatency.Replay.Driver;

/// <summary>Which callback of a strategy runs.</summary>
internal enum StrategyCallback : byte
{
    None = 0,
    OnStart,
    OnBook,
    OnTrade,
    OnReport,
    OnTimer,
    OnStop,
}
