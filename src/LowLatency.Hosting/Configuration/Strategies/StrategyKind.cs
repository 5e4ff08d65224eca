namespace LowLatency.Hosting.Configuration.Strategies;

/// <summary>The built-in strategies.</summary>
public enum StrategyKind
{
    /// <summary>Two-sided quoting.</summary>
    Quoting = 0,

    /// <summary>Slicing a parent order over time.</summary>
    Slicing = 1,

    /// <summary>Following the market's last move.</summary>
    Momentum = 2,
}
