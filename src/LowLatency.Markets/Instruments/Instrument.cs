using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Markets.Instruments;

/// <summary>What is traded. Tick and lot are the market data's granularity; a venue's own rules are its listing's.</summary>
/// <param name="Id">The dense number.</param>
/// <param name="Symbol">The symbol, 1 to 24 printable ASCII characters.</param>
/// <param name="Currency">The currency prices are in, ISO 4217 or the venue's code, 1 to 8 printable ASCII characters.</param>
/// <param name="TickSize">The smallest price step, above zero.</param>
/// <param name="LotSize">The smallest quantity step, above zero.</param>
public sealed record Instrument(InstrumentId Id, string Symbol, string Currency, Price TickSize, Quantity LotSize);
