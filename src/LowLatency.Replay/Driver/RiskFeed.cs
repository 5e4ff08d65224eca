using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Replay.Driver;

/// <summary>Tells the engine of what is more than best prices: of trading statuses, and of trades and the book below the top where something of it compares with them.</summary>
internal sealed class RiskFeed
{
    private const int Levels = 10;

    private readonly TradingEngine _engine;
    private readonly LocalMarket _market;
    private readonly EngineRunner _runner;
    private readonly bool _needsTrades;
    private readonly bool _needsDepth;
    private readonly PriceLevel[] _now = new PriceLevel[Levels];
    private readonly PriceLevel[] _told;

    public RiskFeed(TradingEngine engine, LocalMarket market, EngineRunner runner)
    {
        _engine = engine;
        _market = market;
        _runner = runner;
        RiskLimitKind[] kinds = [.. engine.Definition.RiskLimits.Keys.Select(key => key.Kind)];
        _needsTrades = kinds.Any(kind => kind is >= RiskLimitKind.AggressiveLastTradeCollarBps and <= RiskLimitKind.PassiveLastTradeCollarTicks);
        _needsDepth = kinds.Contains(RiskLimitKind.MaxSweepBps);
        _told = new PriceLevel[_needsDepth ? (engine.Definition.Instruments.Count + 1) * 2 * Levels : 0];
    }

    /// <summary>A trade whose price is known.</summary>
    /// <returns>Whether the engine was told: where a limit needs it, or a held order may wait for it.</returns>
    public bool OnTrade(in MarketEvent trade)
    {
        if (!_needsTrades && _engine.HeldOrders == 0)
        {
            return false;
        }

        ReplayDriver.Require(_engine.MarketData.PublishReference(trade.Instrument, ReferenceField.LastTrade, trade.Price, _market.NowNs));
        _runner.Run();
        return true;
    }

    /// <summary>An instrument's trading status has changed.</summary>
    public void OnStatus(in MarketEvent e)
    {
        ReplayDriver.Require(_engine.MarketData.PublishStatus(e.Instrument, e.Status, _market.NowNs));
        _runner.Run();
    }

    /// <summary>A venue's session has come to another state.</summary>
    public void OnSession(VenueId venue, TradingStatus status)
    {
        ReplayDriver.Require(_engine.MarketData.PublishStatus(venue, status, _market.NowNs));
        _runner.Run();
    }

    /// <summary>A book has changed.</summary>
    public void OnBook(InstrumentId instrument)
    {
        if (_needsDepth)
        {
            Tell(instrument, Side.Buy);
            Tell(instrument, Side.Sell);
        }
    }

    /// <summary>Tells of the levels that are others than before.</summary>
    private void Tell(InstrumentId instrument, Side side)
    {
        int count = _market.Depth(instrument, side, _now);
        Span<PriceLevel> told = _told.AsSpan(((instrument.Value * 2) + (side == Side.Buy ? 0 : 1)) * Levels, Levels);
        for (int i = 0; i < Levels; i++)
        {
            PriceLevel level = i < count ? _now[i] : default;
            if (level != told[i])
            {
                told[i] = level;
                ReplayDriver.Require(_engine.MarketData.PublishDepth(instrument, side, i, level.Price, level.Quantity, _market.NowNs));
                _runner.Run();
            }
        }
    }
}
