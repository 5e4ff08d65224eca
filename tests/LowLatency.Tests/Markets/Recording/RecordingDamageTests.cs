using LowLatency.Markets.Data;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using Xunit;

namespace LowLatency.Tests.Markets.Recording;

public class RecordingDamageTests
{
    private const int Records = 20;
    private const int Footer = 512 + (Records * 64);
    private const int Instruments = Footer + (3 * 4);
    private static readonly byte[] Sound = RecordingSamples.Write(RecordingSamples.RandomEvents(seed: 9, Records));

    [Fact]
    public void Every_header_field_is_checked_even_under_a_right_checksum()
    {
        (int Offset, byte[] Bytes, string Fault)[] cases =
        [
            (0, [(byte)'X'], "magic=584C5245430D0A1A"),
            (8, [2, 0], "version=2 must be 1"),
            (10, [0, 1], "headerSize=256 must be 512"),
            (12, [1, 2, 3, 4], "byteOrder=67305985 must be 16909060"),
            (16, [32], "recordSize=32 must be 64"),
            (18, [32], "instrumentSize=32 must be 64"),
            (20, [0, 0, 0, 0], "blockRecords=0 must"),
            (20, [9, 0, 0, 0], "blockRecords=9 must"),
            (20, [0, 0, 32, 0], "blockRecords=2097152 must"),
            (20, [16, 0, 0, 0], $"length={Sound.Length} must be {Sound.Length - 4}"),
            (24, [0], "state=0 must"),
            (24, [1], "state=1: its writer did not complete it"),
            (24, [3], "state=3 must"),
            (25, [0], "order=0 must"),
            (25, [4], "order=4 must"),
            (26, [0xFF, 0xFF], "contents=65535"),
            (28, [1, 0, 0, 0], "instrumentCount=1"),
            (28, [3, 0, 0, 0], "instrumentCount=3"),
            (28, [255, 255, 255, 255], "instrumentCount=4294967295"),
            (32, [19], "recordCount=19"),
            (32, [21], "recordCount=21"),
            (32, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "recordCount=18446744073709551615"),
            (32, [20, 0, 0, 0, 0, 0, 0, 0x80], "recordCount=9223372036854775828"),
            (32, [20, 0, 0, 0, 0, 0, 0, 4], "recordCount=288230376151711764"),
            (40, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], "earliestLocalNs=9223372036854775807 is after"),
            (56, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], "earliestExchangeNs=9223372036854775807 is after"),
            (72, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "localReversals=-1"),
            (80, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "exchangeReversals=-1"),
            (92, [0xFF, 0xFF], "sourceLength=65535"),
            (94, [1], "zero bytes"),
            (507, [1], "zero bytes"),
            (Instruments, [2], "instrument=1: id=2"),
            (Instruments + 4, [0], "instrument=1: id=1, symbolLength=0"),
            (Instruments + 4, [25], "symbolLength=25"),
            (Instruments + 4, [200], "symbolLength=200"),
            (Instruments + 5, [9], "currencyLength=9"),
            (Instruments + 6, [1], "padding"),
            (Instruments + 63, [1], "padding"),
            (Instruments + 8, [0, 0, 0, 0], "tickSize=0"),
            (Instruments + 23, [0x80], "lotSize=-"),
            (Instruments + 24, [(byte)' '], "symbol=' APL'"),
            (Instruments + 24, [0xC3], "symbol='"),
            (Instruments + 24 + 10, [1], "padding"),
            (Instruments + 64 + 24, [(byte)'A', (byte)'A', (byte)'P', (byte)'L', 0, 0, 0], "instrument=2"),
        ];
        foreach ((int offset, byte[] bytes, string fault) in cases)
        {
            Assert.False(RecordingReader.TryFromBytes(RecordingSamples.Patched(Sound, offset, bytes), out _, out IReadOnlyList<string> faults), $"offset={offset}");
            Assert.Contains(faults, f => f.Contains(fault, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void All_faults_of_a_header_are_listed_together()
    {
        byte[] damaged = [.. Sound];
        damaged[8] = 7;
        damaged[16] = 1;
        damaged[25] = 9;
        Assert.False(RecordingReader.TryFromBytes(damaged, out _, out IReadOnlyList<string> faults));
        Assert.Equal(["headerChecksum", "version=7", "recordSize=1", "order=9"], faults.Select(f => f.Split(' ')[0]).Select(f => f.StartsWith("headerChecksum", StringComparison.Ordinal) ? "headerChecksum" : f));
    }

    [Fact]
    public void Every_truncation_and_every_extension_is_refused()
    {
        for (int length = 0; length < Sound.Length; length++)
        {
            Assert.False(RecordingReader.TryFromBytes(Sound.AsSpan(0, length), out _, out IReadOnlyList<string> faults));
            Assert.Contains($"length={length}", string.Join(' ', faults), StringComparison.Ordinal);
        }

        for (int extra = 1; extra < 200; extra++)
        {
            Assert.False(RecordingReader.TryFromBytes([.. Sound, .. new byte[extra]], out _, out _));
        }
    }

    [Fact]
    public void Every_flipped_bit_is_found()
    {
        byte[] damaged = [.. Sound];
        for (int bit = 0; bit < Sound.Length * 8; bit++)
        {
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            if (RecordingReader.TryFromBytes(damaged, out RecordingReader? reader, out _))
            {
                using (reader)
                {
                    int block = ((bit / 8) - 512) / 64 / 8;
                    RecordingBlockFault fault = Assert.Single(reader.Verify());
                    Assert.Equal((block, 512 + (block * 512), block * 8, Math.Min(8, Records - (block * 8))), (fault.Block, fault.Offset, fault.FirstRecord, fault.RecordsLost));
                }

                Assert.InRange(bit / 8, 512, Footer - 1);
            }

            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_damaged_block_stops_the_cursor_or_is_passed_over_when_asked()
    {
        byte[] damaged = [.. Sound];
        damaged[512 + (9 * 64) + 20] ^= 1;
        using RecordingReader reader = RecordingReader.FromBytes(damaged);
        using RecordingReader sound = RecordingReader.FromBytes(Sound);
        List<MarketEvent> all = RecordingSamples.ReadAll(sound);

        RecordingCursor stopping = reader.Read();
        List<MarketEvent> seen = [];
        while (stopping.MoveNext())
        {
            seen.Add(stopping.Current);
        }

        Assert.False(stopping.MoveNext());
        Assert.Equal(all.Take(8), seen);
        Assert.Equal((1, 1024, 8, 8), (stopping.Fault!.Block, stopping.Fault.Offset, stopping.Fault.FirstRecord, stopping.Fault.RecordsLost));
        Assert.Contains("checksum=", stopping.Fault.Reason, StringComparison.Ordinal);
        Assert.StartsWith("block=1, offset=1024, firstRecord=8, recordsLost=8: checksum=", stopping.Fault.ToString(), StringComparison.Ordinal);

        RecordingCursor skipping = reader.Read(skipDamaged: true);
        seen.Clear();
        while (skipping.MoveNext())
        {
            seen.Add(skipping.Current);
        }

        Assert.Equal([.. all.Take(8), .. all.Skip(16)], seen);
        Assert.Equal((1, 8), (skipping.FaultyBlocks, skipping.RecordsLost));
        RecordingInspection inspection = RecordingInspection.Of(reader);
        Assert.Equal((12, 8), (inspection.Events, inspection.RecordsLost));
        Assert.Single(inspection.Anomalies);
    }

    [Fact]
    public void Records_the_format_does_not_know_are_found_under_a_right_checksum()
    {
        (int Field, byte Value)[] cases = [(56, 3), (56, 0), (59, 0x80), (60, 0), (60, 12), (61, 3), (62, 64), (62, 48), (63, 7)];
        foreach ((int field, byte value) in cases)
        {
            MarketEvent record = new() { Kind = MarketEventKind.Trade, Instrument = new InstrumentId(1) };
            byte[] hostile = RecordingSamples.Write([record]);
            hostile[512 + field] = value;
            BitConverter.TryWriteBytes(hostile.AsSpan(512 + 64), RecordingSamples.NaiveCrc32C(hostile.AsSpan(512, 64)));
            using RecordingReader reader = RecordingReader.FromBytes(RecordingSamples.Resealed(hostile));
            RecordingBlockFault fault = Assert.Single(reader.Verify());
            Assert.Contains("record=0: kind=", fault.Reason, StringComparison.Ordinal);
            Assert.False(reader.Read().MoveNext());
        }
    }

    [Fact]
    public void A_header_that_contradicts_its_records_shows_in_the_inspection()
    {
        byte[] hostile = RecordingSamples.Patched(Sound, 26, 0, 0);
        hostile = RecordingSamples.Patched(hostile, 72, 5);
        using RecordingReader reader = RecordingReader.FromBytes(hostile);
        Assert.Equal(["contents=0 in the header but 22 in the records", "localReversals=5 in the header but 0 in the records"], RecordingInspection.Of(reader).Anomalies);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_damage_never_passes_and_never_throws(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 3000; round++)
        {
            byte[] damaged = [.. Sound];
            int changes = random.Next(1, 6);
            for (int i = 0; i < changes; i++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            damaged = random.Next(4) == 0 ? damaged[..random.Next(damaged.Length + 1)] : damaged;
            bool resealed = random.Next(2) == 0 && damaged.Length >= 512;
            damaged = resealed ? RecordingSamples.Resealed(damaged) : damaged;
            if (RecordingReader.TryFromBytes(damaged, out RecordingReader? reader, out IReadOnlyList<string> faults))
            {
                using (reader)
                {
                    _ = RecordingInspection.Of(reader);
                    Assert.True(resealed || reader.Verify().Count > 0 || damaged.AsSpan().SequenceEqual(Sound), $"seed={seed}, round={round}");
                }
            }
            else
            {
                Assert.NotEmpty(faults);
            }
        }
    }
}
