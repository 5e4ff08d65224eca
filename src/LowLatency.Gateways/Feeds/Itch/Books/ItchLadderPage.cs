namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>A page of a ladder: which 64 keys it stands for, where their sizes are, and at which of them something is displayed; all zeros, or at least one.</summary>
internal struct ItchLadderPage
{
    public uint Number;
    public int Page;
    public ulong Occupied;
}
