using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;

namespace LowLatency.Tests.Markets.Matching;

/// <summary>Keeps every report as a line of text, all fields in it.</summary>
internal readonly struct RecordingSink(List<string> lines) : IMatchSink
{
    public List<string> Lines { get; } = lines;

    public void OnAccepted(uint id, int owner, Side side, long price, long quantity) =>
        Lines.Add($"accepted id={id} owner={owner} {side} price={price} quantity={quantity}");

    public void OnTrade(in RestingOrder maker, uint takerId, int takerOwner, long quantity, long takerLeaves) =>
        Lines.Add($"trade maker={maker.Id} owner={maker.Owner} {maker.Side} price={maker.Price} leaves={maker.Quantity} taker={takerId} owner={takerOwner} quantity={quantity} leaves={takerLeaves}");

    public void OnCanceled(uint id, int owner, Side side, long price, long quantity, CancelReason reason) =>
        Lines.Add($"canceled id={id} owner={owner} {side} price={price} quantity={quantity} {reason}");

    public void OnReplaced(uint id, int owner, Side side, long price, long quantity, bool keepsPriority) =>
        Lines.Add($"replaced id={id} owner={owner} {side} price={price} quantity={quantity} keeps={keepsPriority}");

    public void OnRejected(MatchRequest request, uint id, MatchRejectReason reason) => Lines.Add($"rejected {request} id={id} {reason}");
}
