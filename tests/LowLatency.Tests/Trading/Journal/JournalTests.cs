using System.Runtime.InteropServices;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Testing;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Tests.Trading.Journal;

/// <summary>A journal replayed gives the same reports, byte for byte; a damaged one is cut where the damage begins.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lowlatency-journal").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>A definition that says something of everything it can.</summary>
    private static EngineDefinition Define()
    {
        EngineDefinition definition = EngineBench.Define(VenueAbilities.All);
        definition.Limits = definition.Limits with { MaxOrdersWithTerms = 12, MaxCompletedOrders = 3, MaxExecutions = 16 };
        definition.SetSector(new InstrumentId(2), "energy");
        definition.AddOperator("first");
        definition.AddOperator("second");
        definition.LooseningNeedsApproval = true;
        definition.DayStartNs = 5;
        definition.SetStatus(new VenueId(2), TradingStatus.Open);
        definition.Entitle(RiskScope.Of(new StrategyId(1)));
        definition.Entitle(RiskScope.Of(new AccountId(2), new InstrumentId(2)));
        definition.SetLimit(RiskScope.Firm, RiskLimitKind.BreakerMaxFailures, 3);
        definition.SetLimit(RiskScope.Of(new AccountId(1)), RiskLimitKind.SelfTradePrevention, 1);
        return definition;
    }

    private static List<ExecutionReport> Record(string path, int seed, int steps, long largestBytes = 1 << 20)
    {
        EngineDefinition definition = Define();
        using JournalFile journal = JournalFile.Create(path, definition, largestBytes);
        List<SpscRing<VenueRequest>> rings = [.. definition.Venues.Select(_ => new SpscRing<VenueRequest>(64))];
        using TradingEngine<RingVenueGateway, JournalWriter, NoProbe> engine = new(definition, new RingVenueGateway(rings), journal.Writer);
        OrderFlow flow = new(seed) { Operators = definition.Operators.Count };
        flow.Drive(engine, () => Drain(rings), steps);
        rings.ForEach(ring => ring.Dispose());
        return flow.Reports;
    }

    /// <summary>Pages are brought in by another thread: the writer meets (nearly) none that is not there.</summary>
    [Fact]
    public void The_writer_does_not_wait_for_pages()
    {
        const int Lines = 400_000;
        using JournalFile journal = JournalFile.Create(Path("pages"), EngineBench.Define(), 64 << 20);
        if (journal.PopulatedBytes == 0)
        {
            return;
        }

        JournalWriter writer = journal.Writer;
        EngineEvent e = new() { Kind = EngineEventKind.Timer };
        long faults = ThreadFaults();
        for (int i = 0; i < Lines; i++)
        {
            // No faster than an engine could: the populating thread has to be let on to a core.
            SpinWait.SpinUntil(() => journal.PopulatedBytes >= journal.UsedBytes + (1 << 20) || journal.PopulatedBytes == 64 << 20);
            for (int k = 0; k < 1_000; k++, i++)
            {
                e.Sequence = i + 1;
                Assert.True(writer.Append(ref e));
            }
        }

        long pages = journal.UsedBytes / Environment.SystemPageSize;
        faults = ThreadFaults() - faults;
        Assert.True(pages > 5_000 && faults < pages / 4, $"{faults} faults for {pages} pages");
    }

    /// <summary>Page faults of this thread so far; field 10 of proc(5)'s stat.</summary>
    private static long ThreadFaults() => long.Parse(
        File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[7], System.Globalization.CultureInfo.InvariantCulture);

    private static List<VenueRequest> Drain(List<SpscRing<VenueRequest>> rings)
    {
        List<VenueRequest> taken = [];
        foreach (SpscRing<VenueRequest> ring in rings)
        {
            for (; ring.Available > 0; ring.Release())
            {
                taken.Add(ring.Peek());
            }
        }

        return taken;
    }

    private static List<ExecutionReport> Replay(string path, out JournalReader reader)
    {
        reader = JournalReader.Open(path);
        using (reader)
        {
            using TradingEngine<SilentGateway, NoJournal, NoProbe> engine = new(reader.Definition, default);
            List<ExecutionReport> reports = [];
            while (reader.TryRead(out EngineEvent input))
            {
                Assert.True(engine.TryApply(in input));
                foreach (StrategyPort port in engine.Strategies)
                {
                    reports.AddRange(EngineBench.Reports(port));
                }
            }

            return reports;
        }
    }

    private static byte[] Bytes(List<ExecutionReport> reports) => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(reports)).ToArray();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_replayed_journal_gives_the_same_reports(int seed)
    {
        List<ExecutionReport> live = Record(Path("a"), seed, 3000);
        List<ExecutionReport> replayed = Replay(Path("a"), out JournalReader reader);
        Assert.NotEmpty(live);
        Assert.Equal(0, reader.TornBytes);
        Assert.True(Bytes(live).AsSpan().SequenceEqual(Bytes(replayed)), $"seed {seed}: {live.Count} reports live, {replayed.Count} replayed");
        Record(Path("b"), seed, 3000);
        Assert.True(File.ReadAllBytes(Path("a")).AsSpan().SequenceEqual(File.ReadAllBytes(Path("b"))), "two runs must write the same bytes");
    }

    [Fact]
    public void The_definition_comes_back_whole()
    {
        Record(Path("a"), 1, 10);
        using JournalReader reader = JournalReader.Open(Path("a"));
        EngineDefinition there = Define();
        EngineDefinition back = reader.Definition;
        Assert.Empty(back.Check());
        Assert.Equal(there.Limits, back.Limits);
        Assert.Equal(there.Instruments.All, back.Instruments.All);
        Assert.Equal(there.Venues, back.Venues);
        Assert.Equal(there.Accounts, back.Accounts);
        Assert.Equal(there.Strategies, back.Strategies);
        Assert.Equal(there.RiskLimits, back.RiskLimits);
        Assert.Equal(("energy", null), (back.SectorOf(new InstrumentId(2)), back.SectorOf(new InstrumentId(1))));
        Assert.Equal(there.Entitlements, back.Entitlements);
        Assert.Equal(there.Operators, back.Operators);
        Assert.Equal((there.LooseningNeedsApproval, there.DayStartNs), (back.LooseningNeedsApproval, back.DayStartNs));
        Assert.Equal(there.Listings.Select(l => l with { MinPrice = l.MinPrice ?? l.TickSize, MinQuantity = l.MinQuantity ?? l.LotSize }), back.Listings);
    }

    [Fact]
    public void A_torn_tail_is_cut_and_said_wherever_it_is_torn()
    {
        Record(Path("a"), 4, 40);
        byte[] whole = File.ReadAllBytes(Path("a"));
        Replay(Path("a"), out JournalReader all);
        Assert.True(all.Count > 3);
        for (int lost = 1; lost <= 130; lost++)
        {
            File.WriteAllBytes(Path("cut"), whole[..^lost]);
            Replay(Path("cut"), out JournalReader reader);
            long left = all.Count - 1 - ((lost - 1) / 64);
            Assert.Equal(left, reader.Count);
            Assert.Equal((left, reader.TornBytes), JournalReader.Cut(Path("cut")));
            Replay(Path("cut"), out JournalReader again);
            Assert.Equal((left, 0L), (again.Count, again.TornBytes));
        }
    }

    [Fact]
    public void Every_flipped_bit_of_a_record_is_noticed()
    {
        Record(Path("a"), 5, 30);
        byte[] whole = File.ReadAllBytes(Path("a"));
        Replay(Path("a"), out JournalReader all);
        int record = whole.Length - (5 * 64);
        for (int bit = 0; bit < 512; bit++)
        {
            byte[] bad = [.. whole];
            bad[record + (bit / 8)] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(Path("bad"), bad);
            Replay(Path("bad"), out JournalReader reader);
            Assert.Equal(all.Count - 5, reader.Count);
            Assert.InRange(reader.TornBytes, 4 * 64, 5 * 64);
        }
    }

    [Fact]
    public void A_process_that_died_leaves_zeros_behind_its_last_event()
    {
        Record(Path("a"), 6, 30);
        byte[] whole = File.ReadAllBytes(Path("a"));
        File.WriteAllBytes(Path("dead"), [.. whole, .. new byte[1 << 20]]);
        Replay(Path("dead"), out JournalReader reader);
        Assert.Equal(0, reader.TornBytes);
        Assert.Equal((reader.Count, 0L), JournalReader.Cut(Path("dead")));
        Assert.Equal(whole.Length, new FileInfo(Path("dead")).Length);
    }

    [Fact]
    public void A_full_journal_halts_the_engine()
    {
        EngineDefinition definition = EngineBench.Define();
        using (JournalFile journal = JournalFile.Create(Path("full"), definition, 4096 + (3 * 64) + 63))
        {
            using TradingEngine<SilentGateway, JournalWriter, NoProbe> engine = new(definition, default, journal.Writer);
            for (int i = 0; i < 5; i++)
            {
                engine.MarketData.PublishTime(i);
            }

            Assert.Equal(3, engine.Turn(64));
            Assert.True(engine.IsHalted);
            Assert.Equal(3, engine.Counters.Events);
            Assert.Equal(0, engine.Turn(64));
        }

        Replay(Path("full"), out JournalReader reader);
        Assert.Equal(3, reader.Count);
    }

    [Fact]
    public void What_is_no_journal_is_refused()
    {
        Record(Path("a"), 1, 10);
        byte[] whole = File.ReadAllBytes(Path("a"));
        Assert.Throws<IOException>(() => JournalFile.Create(Path("a"), EngineBench.Define()));
        Assert.Throws<ArgumentOutOfRangeException>(() => JournalFile.Create(Path("small"), EngineBench.Define(), 4096));
        Assert.Throws<FileNotFoundException>(() => JournalReader.Open(Path("none")));
        Random random = new(9);
        for (int size = 0; size < 4096; size += 37)
        {
            File.WriteAllBytes(Path("bad"), whole[..size]);
            Assert.Throws<InvalidDataException>(() => JournalReader.Open(Path("bad")));
        }

        for (int i = 0; i < 24 * 8; i++)
        {
            byte[] bad = [.. whole];
            bad[i / 8] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(Path("bad"), bad);
            Assert.Throws<InvalidDataException>(() => JournalReader.Open(Path("bad")));
        }

        byte[] noise = new byte[10_000];
        random.NextBytes(noise);
        File.WriteAllBytes(Path("bad"), noise);
        Assert.Throws<InvalidDataException>(() => JournalReader.Open(Path("bad")));
    }
}
