using System.Runtime.InteropServices;
using System.Text;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Markets.Recording;

/// <summary>One entry of a recording's instrument table.</summary>
/// <remarks>
/// Little-endian.
/// <code>
/// offset size field
///      0    4 Id                the instrument's number, from 1 without gaps
///      4    1 SymbolLength      1 to 24
///      5    1 CurrencyLength    1 to 8
///      6    2 zero
///      8    8 TickSize          units of 1e-8, above zero
///     16    8 LotSize           units of 1e-8, above zero
///     24   24 Symbol            printable ASCII, zero padded
///     48    8 Currency          printable ASCII, zero padded
///     56    8 zero
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal unsafe struct RecordedInstrument
{
    /// <summary>Bytes of one entry.</summary>
    public const int Size = 64;

    private const int SymbolSize = 24;
    private const int CurrencySize = 8;

    [FieldOffset(0)]
    public uint Id;

    [FieldOffset(4)]
    public byte SymbolLength;

    [FieldOffset(5)]
    public byte CurrencyLength;

    [FieldOffset(6)]
    public ushort Zero1;

    [FieldOffset(8)]
    public long TickSize;

    [FieldOffset(16)]
    public long LotSize;

    [FieldOffset(24)]
    public fixed byte Symbol[SymbolSize];

    [FieldOffset(48)]
    public fixed byte Currency[CurrencySize];

    [FieldOffset(56)]
    public ulong Zero2;

    /// <summary>The entry of an instrument.</summary>
    public static RecordedInstrument Of(Instrument instrument)
    {
        RecordedInstrument entry = default;
        entry.Id = (uint)instrument.Id.Value;
        entry.SymbolLength = (byte)Encoding.ASCII.GetBytes(instrument.Symbol, new Span<byte>(entry.Symbol, SymbolSize));
        entry.CurrencyLength = (byte)Encoding.ASCII.GetBytes(instrument.Currency, new Span<byte>(entry.Currency, CurrencySize));
        entry.TickSize = instrument.TickSize.Raw;
        entry.LotSize = instrument.LotSize.Raw;
        return entry;
    }

    /// <summary>Adds the entry to <paramref name="table"/> under the next number, or says what is wrong with it.</summary>
    public readonly void AddTo(InstrumentTable table, List<string> faults)
    {
        uint expected = (uint)table.Count + 1;
        fixed (byte* symbol = Symbol, currency = Currency)
        {
            ReadOnlySpan<byte> symbolBytes = new(symbol, SymbolSize);
            ReadOnlySpan<byte> currencyBytes = new(currency, CurrencySize);
            if (Id != expected || Zero1 != 0 || Zero2 != 0 || !IsPadded(symbolBytes, SymbolLength) || !IsPadded(currencyBytes, CurrencyLength))
            {
                faults.Add($"instrument={expected}: id={Id}, symbolLength={SymbolLength}, currencyLength={CurrencyLength} or the padding is wrong");
                return;
            }

            try
            {
                table.Add(
                    Encoding.Latin1.GetString(symbolBytes[..SymbolLength]),
                    Encoding.Latin1.GetString(currencyBytes[..CurrencyLength]),
                    new Price(TickSize),
                    new Quantity(LotSize));
            }
            catch (ArgumentException wrong)
            {
                faults.Add($"instrument={expected}: {wrong.Message}");
            }
        }
    }

    private static bool IsPadded(ReadOnlySpan<byte> text, int length) => length <= text.Length && text[length..].IndexOfAnyExcept((byte)0) < 0;
}
