using LowLatency.Latency.Disassembly;
using Xunit;

namespace LowLatency.Tests.Perf;

/// <summary>The order path, as the JIT compiles it, calls nothing but its own pieces and its named cold calls: no allocation, no write barrier, no cast, no range check that throws.</summary>
public class OrderPathDisassemblyTests
{
    [Fact]
    public void It_calls_nothing_but_what_is_named()
    {
        IReadOnlyList<MethodListing> listings = FusedLoop.Take();
        Assert.Equal(["Accept", "Fill", "NewOrder", "Poll", "PollGateway", "PollSources", "Turn"], listings.Select(listing => listing.Name));
        Assert.Empty(ColdCalls.Others(listings));
    }

    [Fact]
    public void A_helper_or_a_strangers_method_is_told()
    {
        MethodListing listing = MethodListing.Parse("""
            LowLatency.Trading.Engine.TradingEngine`3[A,B,C]:NewOrder(byref):this (FullOpts)
                   call     [LowLatency.Trading.Risk.RiskStage:IsAbove(long,long,byref):bool]
                   call     CORINFO_HELP_ASSIGN_REF
                   call     [CORINFO_HELP_NEWSFAST]
                   call     [System.Decimal:op_Addition(System.Decimal,System.Decimal):System.Decimal]
                   tail.jmp [System.Threading.Monitor:Enter(System.Object)]
                   jmp      SHORT G_M000_IG05
            ; Total bytes of code 123
            """);
        Assert.Equal(("NewOrder", 123), (listing.Name, listing.Bytes));
        Assert.Equal(
            ["NewOrder calls CORINFO_HELP_ASSIGN_REF", "NewOrder calls CORINFO_HELP_NEWSFAST", "NewOrder calls System.Decimal:op_Addition", "NewOrder calls System.Threading.Monitor:Enter"],
            ColdCalls.Others([listing]));
    }
}
