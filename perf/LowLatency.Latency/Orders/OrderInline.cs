using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Latency.Orders;

/// <summary>One order with its ack and a fill through all stages on the caller's thread, every check on, all reports read.</summary>
/// <param name="live">Orders that rest at the venue while it runs.</param>
/// <param name="rejectEvery">Every so many orders one is too large; 0 for none.</param>
/// <param name="limited">The levels at which every kind of limit is set, beyond reach.</param>
public sealed class OrderInline(int live = 0, int rejectEvery = 0, RiskLevels limited = RiskLevels.None) : IDisposable
{
    /// <summary>The quantity of each order that passes.</summary>
    public const int UnitsPerOrder = OrderEngine.UnitsPerOrder;

    private readonly OrderEngine _orders = new(live, limited: limited);
    private long _timeNs = OrderEngine.TimeNs;

    public TradingEngine Engine => _orders.Engine;

    /// <summary>Fills and refusals that the strategy has read in the last <see cref="Run"/>.</summary>
    public (long Fills, long Rejects) Answers { get; private set; }

    public void Dispose() => _orders.Dispose();

    /// <summary>Runs orders, buying and selling in turn, refused ones apart.</summary>
    /// <returns>The quantity filled, in whole units.</returns>
    public long Run(int orders)
    {
        StrategyPort port = _orders.Port;
        TradingEngine engine = _orders.Engine;
        long filled = 0;
        long fills = 0;
        long rejects = 0;
        ulong id = port.NextClOrdId;
        int toReject = rejectEvery;
        Side side = Side.Buy;
        for (int i = 0; i < orders; i++)
        {
            _timeNs += 1000;
            bool refused = --toReject == 0;
            toReject = refused ? rejectEvery : toReject;
            Quantity quantity = new((refused ? OrderEngine.UnitsRefused : UnitsPerOrder) * Quantity.One);
            port.NewOrder(id++, _timeNs, _orders.Instrument, side, OrderType.Limit, TimeInForce.Gtc, OrderEngine.Px, quantity);
            side = refused ? side : (Side)(3 - (int)side);
            engine.Turn(16);
            int reports = port.ReportsAvailable;
            for (int n = 0; n < reports; n++)
            {
                ref readonly ExecutionReport report = ref port.Report(n);
                if (report.ExecType == ExecType.Trade)
                {
                    filled += report.LastQty.Raw;
                    fills++;
                }
                else if (report.ExecType == ExecType.Rejected)
                {
                    rejects++;
                }
            }

            port.ReleaseReport(reports);
        }

        Answers = (fills, rejects);
        return filled / Quantity.One;
    }
}
