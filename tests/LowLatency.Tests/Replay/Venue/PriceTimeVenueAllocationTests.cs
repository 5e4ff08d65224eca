using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

public sealed class PriceTimeVenueAllocationTests
{
    [Fact]
    public void Events_and_requests_allocate_nothing()
    {
        using PriceTimeVenue venue = new([VenueScript.Instrument()], new(1024, 64, 1024, 64));
        Random random = new(1);
        Run(venue, random, 20_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        (int trades, int refusals) = Run(venue, random, 50_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(trades > 1_000 && refusals > 1_000, $"trades={trades} refusals={refusals}");
    }

    private static (int Trades, int Refusals) Run(PriceTimeVenue venue, Random random, int steps)
    {
        int trades = 0;
        int refusals = 0;
        for (int step = 0; step < steps; step++)
        {
            if (random.Next(2) == 0)
            {
                MarketEvent e = new()
                {
                    Instrument = new(1),
                    Kind = (MarketEventKind)random.Next(1, 8),
                    OrderId = (ulong)random.Next(1, 500),
                    NewOrderId = (ulong)random.Next(1, 500),
                    Side = (Side)random.Next(1, 3),
                    Price = new(random.Next(990, 1010) * VenueScript.Tick),
                    Quantity = new(random.Next(1, 30) * VenueScript.Lot),
                };
                venue.OnMarketEvent(in e);
            }
            else
            {
                VenueRequest request = new()
                {
                    Instrument = new(1),
                    Kind = (VenueRequestKind)random.Next(1, 4),
                    Handle = VenueScript.Handle(random.Next(1, 100)),
                    Side = (Side)random.Next(1, 3),
                    OrderType = (OrderType)random.Next(1, 3),
                    TimeInForce = random.Next(3) switch { 0 => TimeInForce.Ioc, 1 => TimeInForce.Fok, _ => TimeInForce.Day },
                    Price = new(random.Next(990, 1010) * VenueScript.Tick),
                    Quantity = new(random.Next(1, 30) * VenueScript.Lot),
                };
                venue.OnRequest(in request, step);
            }

            while (venue.TryTake(out VenueReport report))
            {
                trades += report.ExecType == ExecType.Trade ? 1 : 0;
                refusals += report.Reason != RejectReason.None ? 1 : 0;
            }
        }

        return (trades, refusals);
    }
}
