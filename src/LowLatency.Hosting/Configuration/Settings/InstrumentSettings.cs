using LowLatency.Primitives.Numerics;

namespace LowLatency.Hosting.Configuration.Settings;

/// <summary>An instrument.</summary>
/// <param name="Path">Where it stands in the configuration.</param>
/// <param name="Symbol">The symbol, as the market data writes it.</param>
/// <param name="Currency">The currency of its prices.</param>
/// <param name="TickSize">The smallest price step.</param>
/// <param name="LotSize">The smallest quantity step.</param>
/// <param name="Sector">The sector, for limits on what is held in it; empty for none.</param>
public sealed record InstrumentSettings(string Path, string Symbol, string Currency, Price TickSize, Quantity LotSize, string Sector = "");
