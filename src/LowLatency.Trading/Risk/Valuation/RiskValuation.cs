using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Valuation;

/// <summary>Values of the positions of every account, instrument and of the firm, moved by the difference whenever a position or its mark changes. Owned by the risk stage; nothing is valued before the first limit that needs it.</summary>
internal sealed unsafe class RiskValuation : IDisposable
{
    private readonly NativeBuffer<ScopeValue> _valuesBuffer;
    private readonly NativeBuffer<long> _marksBuffer;
    private readonly ScopeValue* _values;
    private readonly long* _marks;
    private readonly RiskScopes _scopes;
    private readonly PositionBook _positions;
    private readonly RiskLedger _ledger;
    private readonly int _accounts;
    private readonly int _instruments;

    public RiskValuation(EngineDefinition definition, RiskScopes scopes, PositionBook positions, RiskLedger ledger)
    {
        _scopes = scopes;
        _positions = positions;
        _ledger = ledger;
        _accounts = definition.Accounts.Count;
        _instruments = definition.Instruments.Count;
        _valuesBuffer = new NativeBuffer<ScopeValue>(scopes.Count);
        _marksBuffer = new NativeBuffer<long>(_instruments + 1);
        _values = _valuesBuffer.Start;
        _marks = _marksBuffer.Start;
    }

    /// <summary>Whether some limit needs values, or needed them once.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The values of a scope of positions, as of a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScopeValue At(int scope, long timeNs)
    {
        ref ScopeValue value = ref _values[scope];
        long day = _ledger.DayAt(timeNs);
        if (value.Day != day)
        {
            value.Day = day;
            value.PnlAtStart = value.PnlPeak = value.Pnl;
        }

        return ref value;
    }

    /// <summary>Values everything from now on: the day begins with what has been won and lost so far.</summary>
    public void TurnOn(long timeNs)
    {
        if (IsOn)
        {
            return;
        }

        IsOn = true;
        for (int a = 1; a <= _accounts; a++)
        {
            for (int i = 1; i <= _instruments; i++)
            {
                int index = _positions.IndexOf(new AccountId((ushort)a), new InstrumentId(i));
                Move(new AccountId((ushort)a), new InstrumentId(i), index, default, PositionValue.Of(in _positions.At(index), _marks[i]), timeNs);
            }
        }

        for (int scope = 0; scope < _scopes.Count; scope++)
        {
            _values[scope].PnlAtStart = _values[scope].PnlPeak = _values[scope].Pnl;
        }
    }

    /// <summary>The best prices of an instrument have moved: its mark is their middle, or the only one; where there is none it stays.</summary>
    public void Mark(InstrumentId instrument, long bid, long ask, long timeNs)
    {
        long before = _marks[instrument.Value];
        long mark = bid != 0 && ask != 0 ? bid + ((ask - bid) / 2) : bid != 0 ? bid : ask != 0 ? ask : before;
        _marks[instrument.Value] = mark;
        if (!IsOn || mark == before)
        {
            return;
        }

        for (int a = 1; a <= _accounts; a++)
        {
            AccountId account = new((ushort)a);
            int index = _positions.IndexOf(account, instrument);
            ref readonly PositionRecord position = ref _positions.At(index);
            if (position.Position != 0)
            {
                Move(account, instrument, index, PositionValue.Of(in position, before), PositionValue.Of(in position, mark), timeNs);
            }
        }

        Peak(instrument, timeNs);
    }

    /// <summary>What an instrument is valued at; 0 before its first price.</summary>
    public long MarkOf(InstrumentId instrument) => _marks[instrument.Value];

    /// <summary>What a position counts for now.</summary>
    public PositionValue Of(InstrumentId instrument, int index) => PositionValue.Of(in _positions.At(index), _marks[instrument.Value]);

    /// <summary>A position has changed: by a fill and its fee.</summary>
    public void Changed(AccountId account, InstrumentId instrument, int index, PositionValue before, long timeNs)
    {
        Move(account, instrument, index, before, Of(instrument, index), timeNs);
        Peak(instrument, timeNs);
    }

    public void Dispose()
    {
        _valuesBuffer.Dispose();
        _marksBuffer.Dispose();
    }

    private void Move(AccountId account, InstrumentId instrument, int index, PositionValue before, PositionValue now, long timeNs)
    {
        Move(0, before, now, timeNs);
        Move(_scopes.Of(instrument), before, now, timeNs);
        Peak(ref Move(_scopes.Of(account), before, now, timeNs));
        Peak(ref Move(_scopes.FirstPosition + index, before, now, timeNs));
    }

    private ref ScopeValue Move(int scope, PositionValue before, PositionValue now, long timeNs)
    {
        ref ScopeValue value = ref At(scope, timeNs);
        value.Gross += now.Gross - before.Gross;
        value.Net += now.Net - before.Net;
        value.Pnl += now.Pnl - before.Pnl;
        return ref value;
    }

    /// <summary>The peaks of the scopes that several accounts stand in, once all have moved.</summary>
    private void Peak(InstrumentId instrument, long timeNs)
    {
        Peak(ref At(0, timeNs));
        Peak(ref At(_scopes.Of(instrument), timeNs));
    }

    private static void Peak(ref ScopeValue value) => value.PnlPeak = Int128.Max(value.PnlPeak, value.Pnl);
}
