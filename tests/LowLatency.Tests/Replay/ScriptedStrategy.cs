using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Strategies;

namespace LowLatency.Tests.Replay;

/// <summary>Writes down every callback with its time, and does what the test says.</summary>
internal sealed class ScriptedStrategy(string name = "scripted") : IStrategy
{
    public string Name { get; } = name;

    public List<string> Log { get; } = [];

    public List<ExecutionReport> Reports { get; } = [];

    public Action<StrategyContext> Start { get; init; } = _ => { };

    public Action<StrategyContext> Book { get; init; } = _ => { };

    public Action<MarketEvent, StrategyContext> Trade { get; init; } = (_, _) => { };

    public Action<ExecutionReport, StrategyContext> Report { get; init; } = (_, _) => { };

    public Action<long, StrategyContext> Timer { get; init; } = (_, _) => { };

    public Action<StrategyContext> Stop { get; init; } = _ => { };

    public static void Buy(StrategyContext context, string price, long quantity, TimeInForce timeInForce = TimeInForce.Gtc, ExecInst execInst = ExecInst.None) =>
        context.Limit(ReplaySetup.Abc, Side.Buy, Price.Parse(price), Quantity.FromWhole(quantity), timeInForce, execInst);

    public static void Sell(StrategyContext context, string price, long quantity, TimeInForce timeInForce = TimeInForce.Gtc, ExecInst execInst = ExecInst.None) =>
        context.Limit(ReplaySetup.Abc, Side.Sell, Price.Parse(price), Quantity.FromWhole(quantity), timeInForce, execInst);

    public void OnStart(StrategyContext context)
    {
        Log.Add($"{context.NowNs} start");
        Start(context);
    }

    public void OnBook(in MarketEvent cause, StrategyContext context)
    {
        TopOfBook top = context.Top(cause.Instrument);
        Log.Add($"{context.NowNs} book {top.BidQuantity}@{top.BidPrice} {top.AskQuantity}@{top.AskPrice}");
        Book(context);
    }

    public void OnTrade(in MarketEvent trade, StrategyContext context)
    {
        Log.Add($"{context.NowNs} trade {trade.Side} {trade.Quantity}@{trade.Price}");
        Trade(trade, context);
    }

    public void OnReport(in ExecutionReport report, StrategyContext context)
    {
        Log.Add($"{context.NowNs} {Describe(in report)}");
        Reports.Add(report);
        Report(report, context);
    }

    public void OnTimer(long timerId, StrategyContext context)
    {
        Log.Add($"{context.NowNs} timer {timerId}");
        Timer(timerId, context);
    }

    public void OnStop(StrategyContext context)
    {
        Log.Add($"{context.NowNs} stop");
        Stop(context);
    }

    private static string Describe(in ExecutionReport report)
    {
        string text = $"{report.ExecType} {report.ClOrdId} {report.OrdStatus} at venue {report.TransactTimeNs}";
        return report.ExecType == ExecType.Trade ? $"{text}: {report.Liquidity} {report.LastQty}@{report.LastPx}"
            : report.RejectReason != RejectReason.None ? $"{text}: {report.RejectReason}"
            : text;
    }
}
