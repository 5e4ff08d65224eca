using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;

namespace LowLatency.Tests.Replay.Venue;

public sealed class PriceTimeVenueContractTests : SimulatedVenueContract
{
    protected override ISimulatedVenue Create(Instrument instrument) => new PriceTimeVenue([instrument], new(1024, 64, 1024, 64));

    internal override void Show(VenueScript script, Side side, long price) => script.Added((ulong)side, side, 100, price);
}
