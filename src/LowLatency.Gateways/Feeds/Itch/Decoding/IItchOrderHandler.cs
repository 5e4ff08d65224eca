namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>Takes the order messages of types A, F, E, X, D and U in one form and all others by type; a struct, so that the calls are inlined.</summary>
/// <remarks>For whoever does much the same with each: types come in no order a processor could foresee, so a branch on the type costs more than the fields.</remarks>
public interface IItchOrderHandler : IItchHandler
{
    /// <summary>An order message. One that stands at the very end of a buffer comes by type instead.</summary>
    /// <param name="fields">What it says.</param>
    /// <param name="position">Where it stands.</param>
    void OnOrder(in ItchOrderFields fields, in FeedPosition position);
}
