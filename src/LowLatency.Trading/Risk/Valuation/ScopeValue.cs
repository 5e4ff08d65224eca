using System.Runtime.InteropServices;

namespace LowLatency.Trading.Risk.Valuation;

/// <summary>What the positions of a scope are worth. Money is raw 1e-16.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal struct ScopeValue
{
    /// <summary>Long and short added.</summary>
    public Int128 Gross;

    /// <summary>Long less short.</summary>
    public Int128 Net;

    /// <summary>Realised and unrealised, less fees, since the engine began.</summary>
    public Int128 Pnl;

    /// <summary><see cref="Pnl"/> when the day began, or when the scope's first limit was set.</summary>
    public Int128 PnlAtStart;

    /// <summary>The highest <see cref="Pnl"/> since then.</summary>
    public Int128 PnlPeak;

    /// <summary>The day that both belong to.</summary>
    public long Day;
}
