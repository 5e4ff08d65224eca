using System.Diagnostics.CodeAnalysis;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Markets.Instruments;

/// <summary>Hands out instrument numbers from 1 in the order of <see cref="Add"/>. Built at start by one thread, read by any afterwards.</summary>
public sealed class InstrumentTable
{
    private readonly List<Instrument> _instruments = [];
    private readonly Dictionary<string, Instrument> _bySymbol = new(StringComparer.Ordinal);

    /// <summary>How many there are; the largest number.</summary>
    public int Count => _instruments.Count;

    /// <summary>All, by number.</summary>
    public IReadOnlyList<Instrument> All => _instruments;

    /// <summary>The instrument of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such number.</exception>
    public Instrument this[InstrumentId id] => _instruments[id.Value - 1];

    /// <summary>Adds an instrument under the next number.</summary>
    /// <exception cref="ArgumentException">The symbol is taken, empty, too long or not printable ASCII, or tick or lot is not above zero; lists every fault.</exception>
    public Instrument Add(string symbol, string currency, Price tickSize, Quantity lotSize)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        ArgumentNullException.ThrowIfNull(currency);
        List<string> faults = [];
        if (!IsName(symbol, 24))
        {
            faults.Add($"symbol='{symbol}' must be 1 to 24 printable ASCII characters without spaces");
        }
        else if (_bySymbol.ContainsKey(symbol))
        {
            faults.Add($"symbol='{symbol}' is there already");
        }

        if (!IsName(currency, 8))
        {
            faults.Add($"currency='{currency}' must be 1 to 8 printable ASCII characters without spaces");
        }

        if (tickSize.Raw <= 0)
        {
            faults.Add($"tickSize={tickSize} must be above 0");
        }

        if (lotSize.Raw <= 0)
        {
            faults.Add($"lotSize={lotSize} must be above 0");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults));
        }

        Instrument instrument = new(new InstrumentId(_instruments.Count + 1), symbol, currency, tickSize, lotSize);
        _instruments.Add(instrument);
        _bySymbol.Add(symbol, instrument);
        return instrument;
    }

    /// <summary>Finds an instrument by symbol, case-sensitive.</summary>
    public bool TryFind(string symbol, [MaybeNullWhen(false)] out Instrument instrument) => _bySymbol.TryGetValue(symbol, out instrument);

    private static bool IsName(string text, int longest) =>
        text.Length > 0 && text.Length <= longest && text.All(c => c is > ' ' and < (char)127);
}
