using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Strategies;

namespace LowLatency.Tests.Hosting.Runs;

/// <summary>A strategy that throws at its first book.</summary>
internal sealed record FailingSettings(StrategySettings Inner) : StrategySettings(Inner.Path, Inner.Name, Inner.Account, Inner.Symbol)
{
    public override IStrategy Create(InstrumentId instrument, InstrumentTable instruments) => new Failing();

    private sealed class Failing : IStrategy
    {
        public string Name => "failing";

        public void OnStart(StrategyContext context)
        {
        }

        public void OnBook(in MarketEvent cause, StrategyContext context) => throw new InvalidOperationException("on purpose");

        public void OnTrade(in MarketEvent trade, StrategyContext context)
        {
        }

        public void OnReport(in ExecutionReport report, StrategyContext context)
        {
        }

        public void OnTimer(long timerId, StrategyContext context)
        {
        }

        public void OnStop(StrategyContext context)
        {
        }
    }
}
