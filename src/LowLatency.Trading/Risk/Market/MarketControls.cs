using System.Runtime.CompilerServices;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Restrictions;

namespace LowLatency.Trading.Risk.Market;

/// <summary>The controls that look at the market and at lists, beside the collar.</summary>
internal sealed class MarketControls(RiskLimitTable limits, ReferencePrices prices, MarketReferences references, CollarTable collars, DepthTable depth)
{
    private readonly RestrictionControl _restriction = new(limits);
    private readonly VolumeShareControl _volumeShare = new(limits, references);
    private readonly ReferencePriceControl _referencePrice = new(collars, prices);
    private readonly MarketDataAgeControl _age = new(limits, references);
    private readonly CrossedMarketControl _crossed = new(limits, prices, references);
    private readonly PriceBandControl _band = new(references);
    private readonly LocateControl _locate = new(limits);
    private readonly ShortSaleTestControl _shortSaleTest = new(prices, references);
    private readonly SweepControl _sweep = new(limits, prices, depth);
    private bool _isLimiting;

    /// <summary>Whether any of them could refuse an order.</summary>
    public bool IsWatching => _isLimiting || references.HasBands || references.HasShortSaleTests;

    /// <summary>Limits have changed.</summary>
    public void Resolve()
    {
        collars.Resolve();
        _isLimiting = collars.IsSet
            || limits.IsSet(RiskLimitKind.MaxVolumeShareBps)
            || limits.IsSet(RiskLimitKind.MaxMarketDataAge)
            || limits.IsSet(RiskLimitKind.MaxOverlapTicks)
            || limits.IsSet(RiskLimitKind.Restriction)
            || limits.IsSet(RiskLimitKind.ShortSale)
            || limits.IsSet(RiskLimitKind.MaxSweepBps);
    }

    /// <summary>Shows them to a visitor, in the precedence of their reasons; to an order that waits for a trigger only those that do not look at prices.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Visit<TVisitor>(ref TVisitor visitor, ref readonly RiskRequest request)
        where TVisitor : struct, IControlVisitor
    {
        visitor.See(in _restriction, in request);
        visitor.See(in _locate, in request);
        visitor.See(in _volumeShare, in request);
        if (!request.Waits)
        {
            visitor.See(in _shortSaleTest, in request);
            visitor.See(in _referencePrice, in request);
            visitor.See(in _age, in request);
            visitor.See(in _crossed, in request);
            visitor.See(in _band, in request);
            visitor.See(in _sweep, in request);
        }
    }
}
