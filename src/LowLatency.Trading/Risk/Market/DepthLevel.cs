namespace LowLatency.Trading.Risk.Market;

/// <summary>What stands at a price of the known book, raw 1e-8; a quantity of 0 where nothing is known.</summary>
internal struct DepthLevel
{
    public long Price;
    public long Quantity;
}
