using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Trading.Risk.Market;

/// <summary>The reference data of each instrument, as sequenced events brought them. Owned by the risk stage.</summary>
internal sealed unsafe class MarketReferences : IDisposable
{
    private readonly NativeBuffer<MarketRecord> _buffer;
    private readonly MarketRecord* _records;
    private readonly uint _instruments;

    public MarketReferences(EngineDefinition definition)
    {
        _instruments = (uint)definition.Instruments.Count + 1;
        _buffer = new NativeBuffer<MarketRecord>((int)_instruments);
        _records = _buffer.Start;
        for (int i = 0; i < _instruments; i++)
        {
            _records[i].BandLow = long.MinValue;
            _records[i].BandHigh = long.MaxValue;
            _records[i].TickSize = i == 0 ? 1 : definition.Instruments.All[i - 1].TickSize.Raw;
        }
    }

    /// <summary>Whether any instrument has, or has had, a price band.</summary>
    public bool HasBands { get; private set; }

    /// <summary>Whether any instrument is, or has been, under the short-sale price test.</summary>
    public bool HasShortSaleTests { get; private set; }

    /// <summary>What is known of an instrument; of an unknown one the record of instrument 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref MarketRecord Of(InstrumentId instrument) => ref _records[(uint)instrument.Value < _instruments ? instrument.Value : 0];

    /// <summary>Takes a datum. False for an unknown instrument or field, a value below zero, or a band whose low is above its high: nothing is taken.</summary>
    /// <param name="instrument">Any number.</param>
    /// <param name="field">Any number.</param>
    /// <param name="value">Raw 1e-8; the low end of a band.</param>
    /// <param name="high">The high end of a band, raw 1e-8; 0 for everything else.</param>
    public bool Set(InstrumentId instrument, ReferenceField field, long value, long high)
    {
        if ((uint)instrument.Value - 1 >= _instruments - 1 || value < 0 || high < 0)
        {
            return false;
        }

        ref MarketRecord record = ref _records[instrument.Value];
        switch (field)
        {
            case ReferenceField.LastTrade when high == 0:
                record.LastTrade = value;
                return true;
            case ReferenceField.PreviousClose when high == 0:
                record.PreviousClose = value;
                return true;
            case ReferenceField.AverageDailyVolume when high == 0:
                record.AverageDailyVolume = value;
                return true;
            case ReferenceField.PriceBand when high == 0 || value <= high:
                record.BandLow = value == 0 ? long.MinValue : value;
                record.BandHigh = high == 0 ? long.MaxValue : high;
                HasBands = true;
                return true;
            case ReferenceField.ShortSaleTest when high == 0 && value <= 1:
                record.IsShortSaleTested = value != 0;
                HasShortSaleTests = true;
                return true;
            default:
                return false;
        }
    }

    public void Dispose() => _buffer.Dispose();
}
