using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Strategies;

namespace LowLatency.Tests.Replay.Hftbacktest;

/// <summary>The published scenarios.</summary>
public static class TraceScripts
{
    private const long Millisecond = 1_000_000;
    private const long Second = 1_000 * Millisecond;

    public static TraceStrategy For(string scenario) => scenario switch
    {
        "submit_order" => new Resting(drop: false),
        "clear_inactive_orders" => new Resting(drop: true),
        "watch_pending" => new WatchPending(),
        "wait_for_order_response" => new WaitForResponse(),
        "position" => new Position(),
        "submit_and_cancel_order" => new SubmitAndCancel(),
        "market_order" => new MarketOrder(),
        "submit_gtx" => new PostOnly(),
        _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario, "no such scenario"),
    };

    /// <summary>Best prices and three levels each minute.</summary>
    public sealed class Minutes() : TraceStrategy(60 * Second)
    {
        private readonly PriceLevel[] _levels = new PriceLevel[3];

        public List<(long TimeNs, TopOfBook Top, PriceLevel[] Bids, PriceLevel[] Asks)> Books { get; } = [];

        protected override void OnStep(StrategyContext context) =>
            Books.Add((context.NowNs, context.Top(Instrument), Copy(context, Side.Buy), Copy(context, Side.Sell)));

        private PriceLevel[] Copy(StrategyContext context, Side side) => _levels[..context.Depth(Instrument, side, _levels)];
    }

    private sealed class Resting(bool drop) : TraceStrategy(30 * Second)
    {
        private bool _submitted;

        protected override void OnStep(StrategyContext context)
        {
            PrintOrder(context);
            if (drop)
            {
                DropClosed();
            }

            if (!_submitted)
            {
                _submitted = true;
                Submit(context, Side.Buy, 300, wait: false);
            }
        }
    }

    private sealed class WatchPending() : TraceStrategy(10 * Millisecond)
    {
        private bool _done;

        protected override void OnStep(StrategyContext context)
        {
            if (_done)
            {
                return;
            }

            PrintOrder(context);
            _done = Status == "NEW";
            if (!HasOrder)
            {
                Submit(context, Side.Buy, 300, wait: false);
            }
        }
    }

    private sealed class WaitForResponse() : TraceStrategy(10 * Millisecond)
    {
        private bool _done;

        protected override void OnStep(StrategyContext context)
        {
            if (HasOrder && !_done)
            {
                _done = true;
                PrintOrder(context);
            }
            else if (!HasOrder)
            {
                Lines.Add($"an order is submitted at {context.NowNs}");
                Submit(context, Side.Buy, 0, wait: true);
            }
        }

        protected override void OnResponse(StrategyContext context) => Lines.Add($"an order response is received at {context.NowNs}");
    }

    private sealed class Position() : TraceStrategy(60 * Second)
    {
        private bool _submitted;

        protected override void OnStep(StrategyContext context)
        {
            PrintOrder(context);
            PrintPosition(context);
            DropClosed();
            if (!_submitted)
            {
                _submitted = true;
                Submit(context, Side.Buy, 0, wait: true);
            }
        }
    }

    private sealed class SubmitAndCancel() : TraceStrategy(100 * Millisecond)
    {
        protected override void OnStep(StrategyContext context)
        {
            if (!HasOrder)
            {
                Submit(context, Side.Buy, 100, wait: true);
                return;
            }

            if (Lines.Count < 3)
            {
                PrintOrder(context);
            }

            if (Status == "NEW")
            {
                Cancel(context);
                PrintOrder(context);
            }
        }
    }

    private sealed class MarketOrder() : TraceStrategy(60 * Second)
    {
        private bool _submitted;

        protected override void OnStep(StrategyContext context)
        {
            PrintOrder(context);
            PrintPosition(context);
            DropClosed();
            if (!_submitted)
            {
                _submitted = true;
                Lines.Add($"best_bid: {Text(context.Top(Instrument).BidPrice)}");
                Submit(context, Side.Sell, 0, wait: true, market: true);
            }
        }

        protected override void OnResponse(StrategyContext context) => PrintOrder(context, $"exec_price: {Text(LastPx)}");
    }

    private sealed class PostOnly() : TraceStrategy(60 * Second)
    {
        private bool _submitted;

        protected override void OnStep(StrategyContext context)
        {
            PrintOrder(context);
            PrintPosition(context);
            DropClosed();
            if (!_submitted)
            {
                _submitted = true;
                Submit(context, Side.Sell, 100, wait: true, ExecInst.PostOnly);
            }
        }
    }
}
