namespace LowLatency.Trading.Risk;

/// <summary>Which kill switches are thrown; each scope has a bit of its own, so that releasing one leaves the others.</summary>
[Flags]
internal enum KillScopes : byte
{
    None = 0,
    Firm = 1,
    Account = 2,
    Instrument = 4,
    AccountInstrument = 8,
    Strategy = 16,
    StrategyInstrument = 32,
}
