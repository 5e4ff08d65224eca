using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Strategies;

namespace LowLatency.Tests.Hosting.Runs;

/// <summary>A strategy that does what another does and keeps its reports.</summary>
internal sealed record ListeningSettings(StrategySettings Inner, List<ExecutionReport> Reports)
    : StrategySettings(Inner.Path, Inner.Name, Inner.Account, Inner.Symbol)
{
    public override IStrategy Create(InstrumentId instrument, InstrumentTable instruments) => new Listener(Inner.Create(instrument, instruments), Reports);

    private sealed class Listener(IStrategy inner, List<ExecutionReport> reports) : IStrategy
    {
        public string Name => inner.Name;

        public void OnStart(StrategyContext context) => inner.OnStart(context);

        public void OnBook(in MarketEvent cause, StrategyContext context) => inner.OnBook(in cause, context);

        public void OnTrade(in MarketEvent trade, StrategyContext context) => inner.OnTrade(in trade, context);

        public void OnReport(in ExecutionReport report, StrategyContext context)
        {
            reports.Add(report);
            inner.OnReport(in report, context);
        }

        public void OnTimer(long timerId, StrategyContext context) => inner.OnTimer(timerId, context);

        public void OnStop(StrategyContext context) => inner.OnStop(context);
    }
}
