using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
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
    public void Cancels_pass_and_replacements_do_not()
    {
        using EngineBench bench = Quoted();
        bench.Limit(Side.Buy, "10", "100");
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.Report(handle, ExecType.New);
        Send(bench, OperatorCommand.Kill, 0, 0, 0);
        bench.First.Replace(2, 1, handle, Px("10"), Qty("50"));
        bench.First.Cancel(3, 1, handle);
        bench.Run();
        Assert.Equal([VenueRequestKind.Cancel], bench.Requests().Select(r => r.Kind));
        bench.Report(handle, ExecType.Trade, "10", "10");
        bench.Report(handle, ExecType.Canceled);
        Assert.Equal(
            [
                "New New id=1 Buy 100@10 cum=0 leaves=100",
                "CancelReject New id=2 orig=1 Buy 100@10 cum=0 leaves=100 KillSwitch",
                "Trade PendingCancel id=1 Buy 100@10 last=10@10 fee=0.03 cum=10 leaves=90",
                "Canceled Canceled id=3 orig=1 Buy 100@10 cum=10 leaves=0",
            ],
            bench.Lines());
    }

    [Fact]
    public void Impossible_commands_are_counted_and_do_nothing()
    {
        using EngineBench bench = Quoted();
        foreach ((int account, int strategy, int instrument) in ((int, int, int)[])[(3, 0, 0), (ushort.MaxValue, 0, 0), (0, 3, 0), (0, ushort.MaxValue, 1), (0, 0, 3), (0, 0, -1), (0, 0, int.MinValue), (0, 1, int.MaxValue), (1, 1, 0), (1, 1, 1)])
        {
            Send(bench, OperatorCommand.Kill, account, strategy, instrument);
        }

        Send(bench, OperatorCommand.None, 0, 0, 0);
        Send(bench, (OperatorCommand)200, 0, 0, 0);
        Assert.Equal(12, bench.Engine.Counters.BadCommands);
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

        public RejectReason Cancel(ref readonly EngineEvent cancel) => RejectReason.None;

        public RejectReason Replace(ref readonly EngineEvent replace) => RejectReason.None;

        public int Available => 0;

        public ref EngineEvent Seen(int index) => ref System.Runtime.CompilerServices.Unsafe.NullRef<EngineEvent>();

        public void Release(int count)
        {
        }
    }
}
