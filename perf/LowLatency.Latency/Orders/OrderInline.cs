using System.Runtime.CompilerServices;
using LowLatency.Gateways.PassThrough;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;

namespace LowLatency.Latency.Orders;

/// <summary>One order with its ack and its fill through all stages on the caller's thread, every check on, both reports read.</summary>
public sealed class OrderInline : IDisposable
{
    /// <summary>The quantity of each order.</summary>
    public const int UnitsPerOrder = 100;

    private readonly InstrumentId _instrument;
    private readonly StrategyPort _port;
    private readonly SpscRing<EngineEvent> _venueReports = new(8);
    private long _timeNs = 1_700_000_000_000_000_000;

    public OrderInline(int maxOrders = 256)
    {
        InstrumentTable instruments = new();
        _instrument = instruments.Add("ABC", "USD", Price.Parse("0.01"), Quantity.FromWhole(1)).Id;
        EngineDefinition definition = new(instruments) { Limits = new EngineLimits { MaxOrders = maxOrders, StrategyInbox = 4, StrategyReports = 8 } };
        VenueId venue = definition.AddVenue("pass");
        AccountId account = definition.AddAccount("house");
        definition.AddStrategy("bench", account);
        definition.AddListing(new ListingDefinition { Instrument = _instrument, Venue = venue, TickSize = Price.Parse("0.01"), LotSize = Quantity.FromWhole(1), TakerFeeRate = 0 });
        definition.SetLimits(account, _instrument, new RiskLimits { MaxOrderQuantity = Quantity.FromWhole(10_000), MaxOrderNotional = Notional.Parse("10000000"), MaxPosition = Quantity.FromWhole(100_000), PriceCollarBps = 500 });
        Engine = new TradingEngine<PassThroughGateway, NoJournal, NoProbe>(definition, new PassThroughGateway(_venueReports));
        _port = Engine.Strategies[0];
        Engine.MarketData.PublishTop(_instrument, new TopOfBook(Price.Parse("99.99"), Quantity.FromWhole(500), Price.Parse("100.01"), Quantity.FromWhole(500)), _timeNs);
        Engine.Turn(16);
    }

    public TradingEngine Engine { get; }

    public void Dispose()
    {
        Engine.Dispose();
        _venueReports.Dispose();
    }

    /// <summary>Runs orders, buying and selling in turn.</summary>
    /// <returns>The quantity filled, in whole units.</returns>
    public long Run(int orders)
    {
        long filled = 0;
        ulong id = _port.NextClOrdId;
        Price price = new(100 * Price.One);
        Quantity quantity = new(UnitsPerOrder * Quantity.One);
        for (int i = 0; i < orders; i++)
        {
            _timeNs += 1000;
            _port.NewOrder(id++, _timeNs, _instrument, (i & 1) == 0 ? Side.Buy : Side.Sell, OrderType.Limit, TimeInForce.Gtc, price, quantity);
            Engine.Turn(16);
            while (true)
            {
                ref readonly ExecutionReport report = ref _port.PeekReport();
                if (Unsafe.IsNullRef(in report))
                {
                    break;
                }

                if (report.ExecType == ExecType.Trade)
                {
                    filled += report.LastQty.Raw;
                }

                _port.ReleaseReport();
            }
        }

        return filled / Quantity.One;
    }
}
