using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

public class SpscProtocolModelTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void No_interleaving_breaks_the_protocol(int capacity, bool stamped)
    {
        SpscProtocolModel model = new(capacity, events: 4, stamped, ProtocolFault.None);
        Assert.Null(model.Check());
        Assert.InRange(model.States, 40, 1_000_000);
    }

    [Theory]
    [InlineData(false, ProtocolFault.ClaimsWithoutRoom)]
    [InlineData(false, ProtocolFault.PublishesPlainly)]
    [InlineData(true, ProtocolFault.ClaimsWithoutRoom)]
    [InlineData(true, ProtocolFault.PublishesPlainly)]
    [InlineData(true, ProtocolFault.StampsPlainly)]
    [InlineData(true, ProtocolFault.StampsBeforeItPublishes)]
    [InlineData(true, ProtocolFault.StampsTheSameEachLap)]
    public void A_broken_protocol_is_found_out(bool stamped, ProtocolFault fault) =>
        Assert.NotNull(new SpscProtocolModel(capacity: 2, events: 4, stamped, fault).Check());
}
