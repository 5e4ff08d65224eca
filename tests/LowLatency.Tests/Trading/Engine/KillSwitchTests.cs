using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

public class KillSwitchTests
{
    /// <summary>Account, strategy, instrument of a scope, and which of the four pairs of strategy (with its account) and instrument it stops.</summary>
    public static TheoryData<int, int, int, string> Scopes => new()
    {
        { 0, 0, 0, "1ABC 1XYZ 2ABC 2XYZ" },
        { 1, 0, 0, "1ABC 1XYZ" },
        { 2, 0, 0, "2ABC 2XYZ" },
        { 0, 0, 1, "1ABC 2ABC" },
        { 0, 0, 2, "1XYZ 2XYZ" },
        { 1, 0, 1, "1ABC" },
        { 2, 0, 2, "2XYZ" },
        { 0, 1, 0, "1ABC 1XYZ" },
        { 0, 2, 0, "2ABC 2XYZ" },
        { 0, 1, 2, "1XYZ" },
        { 0, 2, 1, "2ABC" },
    };

    private static EngineBench Quoted()
    {
        EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        bench.Quote(Xyz, "10.00", "10.50");
        return bench;
    }

    private static void Send(EngineBench bench, OperatorCommand command, int account, int strategy, int instrument)
    {
        Assert.Equal(SendResult.Sent, bench.Engine.Operator.Send(command, bench.TimeNs++, new AccountId((ushort)account), new StrategyId((ushort)strategy), new InstrumentId(instrument)));
        bench.Run();
    }

    /// <summary>Which of the four pairs are stopped now.</summary>
    private static string Stopped(EngineBench bench)
    {
        List<string> stopped = [];
        foreach (StrategyPort port in bench.Engine.Strategies)
        {
            foreach ((InstrumentId instrument, string name) in ((InstrumentId, string)[])[(Abc, "ABC"), (Xyz, "XYZ")])
            {
                bench.Limit(Side.Buy, "10", "10", instrument, port);
                if (Reports(port).Any(r => r.RejectReason == RejectReason.KillSwitch))
                {
                    stopped.Add($"{port.Id}{name}");
                }
            }
        }

        foreach (VenueRequest request in bench.Requests())
        {
            bench.Report(request.Handle, ExecType.Canceled);
        }

        bench.Engine.Strategies.ToList().ForEach(port => Reports(port));
        return string.Join(' ', stopped);
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_scope_stops_what_it_covers_until_it_is_released(int account, int strategy, int instrument, string covered)
    {
        using EngineBench bench = Quoted();
        Send(bench, OperatorCommand.Kill, account, strategy, instrument);
        Assert.Equal(covered, Stopped(bench));
        Send(bench, OperatorCommand.Kill, account, strategy, instrument);
        Send(bench, OperatorCommand.Release, account, strategy, instrument);
        Assert.Equal("", Stopped(bench));
        Assert.Equal(0, bench.Engine.Counters.BadCommands);
    }

    [Fact]
    public void Overlapping_scopes_are_released_one_by_one()
    {
        (int Account, int Strategy, int Instrument)[] all = [(0, 0, 0), (1, 0, 0), (0, 0, 1), (1, 0, 1), (0, 1, 0), (0, 1, 1)];
        foreach ((int, int, int) last in all)
        {
            using EngineBench bench = Quoted();
            foreach ((int account, int strategy, int instrument) in all)
            {
                Send(bench, OperatorCommand.Kill, account, strategy, instrument);
            }

            foreach ((int account, int strategy, int instrument) in all.Where(scope => scope != last))
            {
                Send(bench, OperatorCommand.Release, account, strategy, instrument);
                Assert.Contains("1ABC", Stopped(bench), StringComparison.Ordinal);
            }

            Send(bench, OperatorCommand.Release, last.Item1, last.Item2, last.Item3);
            Assert.Equal("", Stopped(bench));
        }
    }

    [Fact]
    public void A_release_of_another_scope_releases_nothing()
    {
        using EngineBench bench = Quoted();
        Send(bench, OperatorCommand.Kill, 1, 0, 1);
        Send(bench, OperatorCommand.Release, 0, 0, 0);
        Send(bench, OperatorCommand.Release, 1, 0, 0);
        Send(bench, OperatorCommand.Release, 0, 0, 1);
        Send(bench, OperatorCommand.Release, 0, 1, 1);
        Assert.Equal("1ABC", Stopped(bench));
    }

    [Fact]
    public void A_venue_and_any_combination_can_be_stopped()
    {
        foreach ((RiskScope scope, string covered) in ((RiskScope, string)[])
            [
                (RiskScope.Of(FirstVenue), "1ABC 1XYZ 2ABC 2XYZ"),
                (RiskScope.Of(SecondVenue), ""),
                (new RiskScope(FirstAccount, new StrategyId(1)), "1ABC 1XYZ"),
                (new RiskScope(FirstAccount, new StrategyId(2)), ""),
                (new RiskScope(SecondAccount, new StrategyId(2), FirstVenue, Xyz), "2XYZ"),
            ])
        {
            using EngineBench bench = Quoted();
            bench.Engine.Operator.Send(OperatorCommand.Kill, 1, in scope);
            bench.Run();
            Assert.Equal(covered, Stopped(bench));
        }
    }

    [Fact]
    public void A_stop_cancels_what_works_and_says_so_without_a_request()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10", "100");
        bench.Limit(Side.Buy, "10", "100", Xyz);
        bench.Limit(Side.Sell, "10", "100", port: bench.Second);
        OrderHandle[] sent = [.. bench.Requests().Select(r => r.Handle)];
        bench.Report(sent[0], ExecType.New);
        Send(bench, OperatorCommand.Kill, 1, 0, 0);
        Assert.Equal([(VenueRequestKind.Cancel, sent[0]), (VenueRequestKind.Cancel, sent[1])], bench.Requests().Select(r => (r.Kind, r.Handle)));
        bench.Report(sent[0], ExecType.Trade, "10", "10");
        bench.Report(sent[0], ExecType.Canceled);
        bench.Report(sent[1], ExecType.CancelReject, reason: RejectReason.VenueTooLate);
        bench.Report(sent[1], ExecType.Trade, "10", "100");
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "Trade PendingCancel id=1 Buy 100@10 last=10@10 fee=0.03 cum=10 leaves=90",
                "Canceled Canceled id=1 Buy 100@10 cum=10 leaves=0",
                "CancelReject PendingNew id=2 orig=2 Buy 100@10 cum=0 leaves=100 VenueTooLate",
                "Trade Filled id=2 Buy 100@10 last=100@10 fee=0 cum=100 leaves=0",
            ],
            bench.Lines());
        Assert.Equal(1, bench.Engine.OpenOrders);
    }

    [Fact]
    public void While_stopped_cancels_pass_and_replacements_that_ask_for_no_more()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10", "100");
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.Report(handle, ExecType.New);
        Send(bench, OperatorCommand.Kill, 0, 0, 0);
        bench.Report(handle, ExecType.CancelReject, reason: RejectReason.VenueTooLate);
        bench.Requests();
        bench.Lines();
        bench.First.Replace(2, 1, handle, Px("10"), Qty("101"));
        bench.First.Replace(3, 1, handle, Px("10.01"), Qty("100"));
        bench.First.Replace(4, 1, handle, Px("9.99"), Qty("100"));
        bench.Run();
        bench.Report(handle, ExecType.Replaced);
        bench.First.Cancel(5, 1, handle);
        bench.Run();
        Assert.Equal([(VenueRequestKind.Replace, 4UL), (VenueRequestKind.Cancel, 5UL)], bench.Requests().Select(r => (r.Kind, r.ClOrdId)));
        Assert.Equal(
            [
                "CancelReject New id=2 orig=1 Buy 100@10 cum=0 leaves=100 KillSwitch",
                "CancelReject New id=3 orig=1 Buy 100@10 cum=0 leaves=100 KillSwitch",
                "Replaced New id=4 orig=1 Buy 100@9.99 cum=0 leaves=100",
            ],
            bench.Lines());
    }

    [Fact]
    public void What_could_not_be_canceled_is_tried_again_at_the_next_timer()
    {
        using EngineBench bench = new(d => d.Limits = d.Limits with { VenueRequests = 2 });
        bench.Quote(Abc, "10.00", "10.01");
        for (int i = 0; i < 5; i++)
        {
            bench.Limit(Side.Buy, "10", "1");
            bench.Requests();
        }

        Send(bench, OperatorCommand.Kill, 0, 0, 0);
        List<int> canceled = [.. bench.Requests().Select(r => r.Handle.Slot)];
        bench.Run();
        Assert.Equal([0, 1], canceled);
        for (int i = 0; i < 2; i++)
        {
            bench.Engine.MarketData.PublishTime(bench.TimeNs++);
            bench.Run();
            canceled.AddRange(bench.Requests().Select(r => r.Handle.Slot));
        }

        Assert.Equal([0, 1, 2, 3, 4], canceled);
        Assert.Equal(Enumerable.Repeat("CancelReject PendingNew", 4), bench.Lines().Select(line => line[..23]));
    }

    [Fact]
    public void A_mass_cancel_ends_what_works_and_lets_new_orders_pass()
    {
        using EngineBench bench = new(d => d.Limits = d.Limits with { MaxOrders = 256, VenueRequests = 512 });
        bench.Quote(Abc, "10.00", "10.01");
        for (int i = 0; i < 200; i++)
        {
            bench.Limit(Side.Buy, "10", "1", port: i % 2 == 0 ? bench.First : bench.Second);
        }

        bench.Requests();
        bench.Engine.Operator.Send(OperatorCommand.CancelAll, 1, RiskScope.Of(FirstAccount));
        bench.Run();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (VenueRequestKind.Cancel, i * 2)), bench.Requests().Select(r => (r.Kind, r.Handle.Slot)));
        bench.Limit(Side.Buy, "10", "1");
        Assert.Equal([VenueRequestKind.New], bench.Requests().Select(r => r.Kind));
    }

    [Fact]
    public void Where_no_place_is_left_the_firm_is_stopped()
    {
        using EngineBench bench = new(d =>
        {
            for (int i = 0; i < 300; i++)
            {
                d.AddVenue($"V{i}");
            }
        });
        bench.Quote(Abc, "10.00", "10.01");
        for (ushort venue = 3; venue < 3 + 257; venue++)
        {
            Assert.Equal("", venue % 100 == 0 ? Stopped(bench) : "");
            bench.Engine.Operator.Send(OperatorCommand.Kill, 1, RiskScope.Of(new VenueId(venue)));
            bench.Run();
        }

        Assert.True(bench.Engine.Commands.TryRead(256, out OperatorRecord record));
        Assert.Equal(OperatorOutcome.FirmStopped, record.Outcome);
        Assert.Equal("1ABC 1XYZ 2ABC 2XYZ", Stopped(bench));
        Send(bench, OperatorCommand.Release, 0, 0, 0);
        bench.Quote(Xyz, "10.00", "10.50");
        Assert.Equal("", Stopped(bench));
    }

    [Fact]
    public void Impossible_commands_are_counted_and_do_nothing()
    {
        using EngineBench bench = Quoted();
        foreach ((int account, int strategy, int instrument) in ((int, int, int)[])[(3, 0, 0), (ushort.MaxValue, 0, 0), (0, 3, 0), (0, ushort.MaxValue, 1), (0, 0, 3), (0, 0, -1), (0, 0, int.MinValue), (0, 1, int.MaxValue)])
        {
            Send(bench, OperatorCommand.Kill, account, strategy, instrument);
        }

        Send(bench, OperatorCommand.None, 0, 0, 0);
        Send(bench, (OperatorCommand)200, 0, 0, 0);
        Assert.Equal(10, bench.Engine.Counters.BadCommands);
        Assert.Equal("", Stopped(bench));
    }

    [Fact]
    public void A_command_overtakes_every_order_that_waits()
    {
        using EngineBench bench = Quoted();
        for (int i = 0; i < 5; i++)
        {
            bench.First.NewOrder(bench.First.NextClOrdId, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
            bench.Second.NewOrder(bench.Second.NextClOrdId, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
        }

        bench.Engine.Operator.Send(OperatorCommand.Kill, 1);
        bench.Run();
        Assert.Empty(bench.Requests());
        Assert.Equal(10, bench.Engine.Counters.RejectsFor(RejectReason.KillSwitch));
    }

    /// <summary>Kills the firm at the moment the engine hands over its first order: the next one in the same batch must feel it.</summary>
    [Fact]
    public void A_command_is_looked_for_before_every_order_of_a_batch()
    {
        EngineDefinition definition = Define();
        List<ulong> sent = [];
        TradingEngine? engine = null;
        using TradingEngine<CallingGateway, LowLatency.Trading.Journal.NoJournal, NoProbe> built = new(definition, new CallingGateway(id =>
        {
            sent.Add(id);
            engine!.Operator.Send(OperatorCommand.Kill, 1);
        }));
        engine = built;
        engine.MarketData.PublishTop(Abc, new(Px("10"), Qty("1"), Px("10.01"), Qty("1")), 1);
        engine.Turn(64);
        for (ulong id = 1; id <= 3; id++)
        {
            engine.Strategies[0].NewOrder(id, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
        }

        engine.Turn(64);
        Assert.Equal([1UL], sent);
        Assert.Equal([2UL, 3UL], Reports(engine.Strategies[0]).Select(r => r.ClOrdId));
    }

    private readonly struct CallingGateway(Action<ulong> onNew) : IVenueGateway
    {
        public bool IsQuiet => true;

        public RejectReason NewOrder(ref readonly EngineEvent order)
        {
            onNew(order.ClOrdId);
            return RejectReason.None;
        }

        public RejectReason NewOrder(ref readonly EngineEvent order, in OrderTerms terms) => NewOrder(in order);

        public RejectReason Cancel(ref readonly EngineEvent cancel) => RejectReason.None;

        public RejectReason Replace(ref readonly EngineEvent replace) => RejectReason.None;

        public int Available => 0;

        public ref EngineEvent Seen(int index) => ref System.Runtime.CompilerServices.Unsafe.NullRef<EngineEvent>();

        public void Release(int count)
        {
        }
    }
}
