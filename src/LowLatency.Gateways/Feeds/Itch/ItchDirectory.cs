using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Which symbol a Stock Locate stands for, learnt from every message that names both, the directory or not. One thread.</summary>
/// <param name="anomalies">Told when a Stock Locate gets a second symbol; the first one stays.</param>
public sealed class ItchDirectory(FeedAnomalies anomalies)
{
    private readonly Alpha8[] _symbols = new Alpha8[1 << 16];
    private readonly long[] _messages = new long[1 << 16];
    private readonly List<ushort> _locates = [];

    /// <summary>The Stock Locates seen, without 0, in order of appearance.</summary>
    public IReadOnlyList<ushort> Locates => _locates;

    /// <summary>How many Stock Locates have a symbol.</summary>
    public int Symbols { get; private set; }

    /// <summary>Counts a message of a stock.</summary>
    public void Count(ushort locate)
    {
        if (_messages[locate]++ == 0 && locate != 0)
        {
            _locates.Add(locate);
        }
    }

    /// <summary>Learns the symbol of a Stock Locate.</summary>
    public void Learn(ushort locate, Alpha8 symbol, long offset)
    {
        if (_symbols[locate] == symbol)
        {
            return;
        }

        if (_symbols[locate].Raw != 0)
        {
            anomalies.Add(FeedAnomalyKind.SymbolConflict, offset, locate);
        }
        else
        {
            _symbols[locate] = symbol;
            Symbols++;
        }
    }

    /// <summary>Messages of a Stock Locate.</summary>
    public long MessagesOf(ushort locate) => _messages[locate];

    /// <summary>The symbol of a Stock Locate, or null where the file has not named it.</summary>
    public string? SymbolOf(ushort locate) => _symbols[locate].Raw == 0 ? null : _symbols[locate].ToString();

    /// <summary>Finds the Stock Locate of a symbol: the first one that has it.</summary>
    public bool TryFind(string symbol, out ushort locate)
    {
        int at = _locates.FindIndex(candidate => SymbolOf(candidate) == symbol);
        locate = at < 0 ? (ushort)0 : _locates[at];
        return at >= 0;
    }
}
