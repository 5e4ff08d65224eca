using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Trading.Engine;

/// <summary>What the market does.</summary>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TopOfBook(ref EngineEvent e)
    {
        TopOfBook top = new(e.BidPrice, e.BidQuantity, e.AskPrice, e.AskQuantity);
        if (!Prices.Set(e.Instrument, in top, out bool moved))
        {
            Counters.BadMarketData++;
            _probe.Mark(EngineStage.Risk);
            return;
        }

        References.Of(e.Instrument).TopTimeNs = e.TimeNs;
        if (moved)
        {
            _risk.Renew(e.Instrument, e.TimeNs);
        }

        if (Termed.Count > 0)
        {
            PassTime(e.TimeNs);
        }

        if (_risk.Trigger(in e))
        {
            BeginDue(e.TimeNs);
        }

        _probe.Mark(EngineStage.Risk);
    }

    /// <summary>Ends what expires by now.</summary>
    private void PassTime(long timeNs)
    {
        if (_risk.Expire(timeNs))
        {
            BeginDue(timeNs);
        }
    }

    private void DepthChange(ref readonly EngineEvent e)
    {
        Counters.BadMarketData += Depth.Set(e.Instrument, e.Side, e.DepthLevel, e.Price.Raw, e.Quantity.Raw) ? 0 : 1;
        _probe.Mark(EngineStage.Risk);
    }

    private void ReferenceData(ref EngineEvent e)
    {
        if (e.ReferenceField == ReferenceField.TradingStatus)
        {
            Counters.BadMarketData += _risk.SetStatus(in e) ? 0 : 1;
            BeginDue(e.TimeNs);
        }
        else if (References.Set(e.Instrument, e.ReferenceField, e.ReferenceValue, e.ReferenceHigh))
        {
            _risk.Refer(e.Instrument);
            if (e.ReferenceField == ReferenceField.LastTrade && _risk.TriggerByTrade(in e))
            {
                BeginDue(e.TimeNs);
            }
        }
        else
        {
            Counters.BadMarketData++;
        }

        _probe.Mark(EngineStage.Risk);
    }
}
