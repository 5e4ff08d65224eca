using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Operators;

/// <summary>An operator's command and what became of it: who, when, what, old and new. Two cache lines.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
public struct OperatorRecord
{
    /// <summary>The limit before, raw in its unit; <see cref="OperatorRecord.NoLimit"/> where there was none.</summary>
    public Int128 OldValue;

    /// <summary>The limit asked for.</summary>
    public Int128 NewValue;

    /// <summary>Of the command, in the engine's order of events.</summary>
    public long Sequence;

    /// <summary>Engine time, ns since 1970-01-01 UTC.</summary>
    public long TimeNs;

    /// <summary>What it covers.</summary>
    public RiskScope Scope;

    /// <summary>Who gave it; none where nobody is named.</summary>
    public OperatorId Operator;

    /// <summary>Who approved it; none where nobody did.</summary>
    public OperatorId ApprovedBy;

    /// <summary>What was wanted.</summary>
    public OperatorCommand Command;

    /// <summary>Which limit.</summary>
    public RiskLimitKind Limit;

    /// <summary>What became of it.</summary>
    public OperatorOutcome Outcome;

    /// <summary>In place of a limit that is not set.</summary>
    public static Int128 NoLimit => RiskLimitTable.None;
}
