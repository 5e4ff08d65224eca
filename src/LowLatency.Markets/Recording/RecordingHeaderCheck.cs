using LowLatency.Markets.Data;

namespace LowLatency.Markets.Recording;

/// <summary>Finds everything wrong with a recording's header and length. Pure.</summary>
internal static unsafe class RecordingHeaderCheck
{
    private const RecordingContents AllContents = (RecordingContents)127;

    /// <summary>Every fault, none when the recording's parts lie where the header says.</summary>
    public static List<string> Faults(in RecordingHeader header, ulong length)
    {
        if (length < RecordingHeader.Size)
        {
            return [$"length={length} is shorter than the header, {RecordingHeader.Size}"];
        }

        fixed (byte* magic = header.Magic)
        {
            ReadOnlySpan<byte> found = new(magic, RecordingLayout.Magic.Length);
            if (!found.SequenceEqual(RecordingLayout.Magic))
            {
                return [$"magic={Convert.ToHexString(found)} is not {Convert.ToHexString(RecordingLayout.Magic)}: not a recording"];
            }
        }

        List<string> faults = [];
        uint checksum = Crc32C.Of(RecordingLayout.BytesOf(header)[..RecordingHeader.CheckedBytes]);
        Require(checksum == header.HeaderChecksum, $"headerChecksum={header.HeaderChecksum:X8} but the header gives {checksum:X8}");
        CheckFixed(header, faults);
        Require(header.State is RecordingLayout.Writing or RecordingLayout.Complete, $"state={header.State} must be 1 or 2");
        Require(header.State != RecordingLayout.Writing, $"state=1: its writer did not complete it; length={length}");
        if (faults.Count == 0)
        {
            CheckCounts(header, length, faults);
        }

        return faults;

        void Require(bool condition, string fault)
        {
            if (!condition)
            {
                faults.Add(fault);
            }
        }
    }

    private static void CheckFixed(in RecordingHeader header, List<string> faults)
    {
        Expect("version", header.Version, RecordingLayout.Version);
        Expect("headerSize", header.HeaderSize, RecordingHeader.Size);
        Expect("byteOrder", header.ByteOrder, RecordingLayout.ByteOrderMark);
        Expect("recordSize", header.RecordSize, MarketEvent.Size);
        Expect("instrumentSize", header.InstrumentSize, RecordedInstrument.Size);
        if (!RecordingLayout.IsBlockSize(header.BlockRecords))
        {
            faults.Add($"blockRecords={header.BlockRecords} must be a power of two from 1 to {RecordingLayout.MaxBlockRecords}");
        }

        if (!Enum.IsDefined(header.Order))
        {
            faults.Add($"order={(byte)header.Order} must be 1, 2 or 3");
        }

        if ((header.Contents & ~AllContents) != 0)
        {
            faults.Add($"contents={(ushort)header.Contents} has unknown bits");
        }

        if (header.SourceLength > RecordingHeader.MaxSourceBytes)
        {
            faults.Add($"sourceLength={header.SourceLength} must be at most {RecordingHeader.MaxSourceBytes}");
        }

        fixed (byte* zero1 = header.Zero1, zero2 = header.Zero2)
        {
            if (new ReadOnlySpan<byte>(zero1, 34).IndexOfAnyExcept((byte)0) >= 0 || new ReadOnlySpan<byte>(zero2, 28).IndexOfAnyExcept((byte)0) >= 0)
            {
                faults.Add("zero bytes of the header are not zero");
            }
        }

        void Expect(string name, uint found, uint expected)
        {
            if (found != expected)
            {
                faults.Add($"{name}={found} must be {expected}");
            }
        }
    }

    private static void CheckCounts(in RecordingHeader header, ulong length, List<string> faults)
    {
        UInt128 expected = RecordingLayout.TotalBytes(header.RecordCount, header.BlockRecords, header.InstrumentCount);
        if (expected != length)
        {
            faults.Add(
                $"length={length} must be {expected} with recordCount={header.RecordCount}, blockRecords={header.BlockRecords}, "
                + $"instrumentCount={header.InstrumentCount}");
        }

        if (header.EarliestLocalNs > header.LatestLocalNs)
        {
            faults.Add($"earliestLocalNs={header.EarliestLocalNs} is after latestLocalNs={header.LatestLocalNs}");
        }

        if (header.EarliestExchangeNs > header.LatestExchangeNs)
        {
            faults.Add($"earliestExchangeNs={header.EarliestExchangeNs} is after latestExchangeNs={header.LatestExchangeNs}");
        }

        if (header.LocalReversals < 0 || header.ExchangeReversals < 0)
        {
            faults.Add($"localReversals={header.LocalReversals} and exchangeReversals={header.ExchangeReversals} must be at least 0");
        }
    }
}
