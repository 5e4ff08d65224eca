using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Recording;

/// <summary>What every record of a recording promises, so that readers may index tables by its fields without checking again.</summary>
internal static class RecordCheck
{
    private static readonly byte LastKind = (byte)Enum.GetValues<MarketEventKind>().Max();
    private static readonly byte LastStatus = (byte)Enum.GetValues<TradingStatus>().Max();
    private static readonly byte AllFlags = (byte)Enum.GetValues<MarketEventFlags>().Aggregate((all, flag) => all | flag);

    /// <summary>
    /// True when kind, side, flags and status are defined, not both one-clock flags are set, and the instrument is one of
    /// <paramref name="instruments"/>, or none in a status event of the whole market.
    /// </summary>
    public static bool IsValid(in MarketEvent record, int instruments)
    {
        const MarketEventFlags oneClock = MarketEventFlags.ExchangeOnly | MarketEventFlags.LocalOnly;
        return (uint)((byte)record.Kind - 1) < LastKind
            && record.Side <= Side.Sell
            && ((byte)record.Flags & ~AllFlags) == 0
            && (record.Flags & oneClock) != oneClock
            && (byte)record.Status <= LastStatus
            && ((uint)(record.Instrument.Value - 1) < (uint)instruments || (record.Instrument.Value == 0 && record.Kind == MarketEventKind.Status));
    }

    /// <summary>The part of the contents a record of this kind adds.</summary>
    public static RecordingContents ContentsOf(in MarketEvent record)
    {
        RecordingContents contents = record.Kind switch
        {
            MarketEventKind.Quote => RecordingContents.Quotes,
            MarketEventKind.LevelSet or MarketEventKind.LevelsCleared => RecordingContents.Levels,
            MarketEventKind.Trade => RecordingContents.Trades,
            MarketEventKind.Status => RecordingContents.Status,
            _ => RecordingContents.Orders,
        };
        bool split = (record.Flags & (MarketEventFlags.ExchangeOnly | MarketEventFlags.LocalOnly)) != 0;
        return split ? contents | RecordingContents.Split : contents;
    }
}
