namespace LowLatency.Latency.Disassembly;

/// <summary>What the order path may call: its own pieces, once an event, and what is off the fast path.</summary>
internal static class ColdCalls
{
    /// <summary>Names of methods, each with the reason.</summary>
    private static readonly (string Method, string Why)[] Allowed =
    [
        ("PollSources", "the loop over the sources, once a turn"),
        ("Poll", "a batch of an inbox"),
        ("PollGateway", "a batch of the gateway"),
        ("NewOrder", "a new order, once an order"),
        ("Accept", "an acknowledgement, once an order"),
        ("Fill", "a fill, once a fill"),
        ("Change", "what a venue says of cancels, replacements and ends"),
        ("Dispatch", "cancels, replacements, market data, commands"),
        ("TakeCommands", "an operator's command is waiting"),
        ("FindRoom", "when the room last found is used up"),
        ("Examine", "an order that is not a plain limit order, or may be refused"),
        ("Reject", "a refused order"),
        ("Rejected", "the report of a refused order"),
        ("Refuse", "the gateway could not send"),
        ("Faults", "an order whose side, type, time in force or instructions are not plain"),
        ("IsThrownByStrategy", "while a strategy's kill switch is thrown"),
        ("IsAbove", "a negative price or quantity"),
        ("Stop", "a fill that cannot be booked"),
        ("TakeSweep", "a batch of a mass cancel is waiting"),
        ("TakeDue", "a held order is due"),
        ("BeginDue", "the same that has stopped the firm has made held orders due"),
        ("FollowFill", "a fill of an order with terms"),
        ("FollowChange", "any other answer for one"),
        ("ReturnTerms", "the end of an order with terms"),
        ("TakeSources", "the first turn"),
        ("BeginSweep", "a fill that cannot be booked has stopped the firm"),
        ("TryTakeCounted", "an order whose scopes have limits on sums"),
        ("Of", "what such an order counts for"),
        ("Executed", "a fill of such an order"),
        ("ValueOf", "a fill while positions are valued"),
        ("Revalue", "the same, after it"),
        ("Close", "a fill that closes a part of the position, or turns it"),
        ("Charge", "a fill with a fee"),
        ("ExecuteUnexpected", "a fill beyond the order, after its end, or while it is being replaced"),
        ("FindFrom", "an execution in whose cell another of the latest lies"),
        ("Doubt", "a fill worse than the limit, of a market order, or whose venue says what it is of"),
        ("Unmatched", "a report about an order that is not kept"),
        ("Wake", "orders wait until those of their own that they would meet have ended"),
        ("CopyOut", "every report is copied to a monitor"),
        ("Pending", "the same of what is sent"),
        ("WatchSent", "circuit breakers or ages look at what is sent"),
        ("Mark", "and at fills, before"),
        ("Watch", "and after"),
        ("WatchAccepted", "and at acknowledgements"),
        ("Unlink", "two client ids share a cell"),
        ("ReservedWhileReplacing", "while a replacement is on its way"),
        ("Standing", "a state that depends on what is on its way"),
    ];

    /// <summary>The calls of a listing that are none of these, with the method they are in: helpers of the runtime for allocation, write barriers, casts, range checks and throwing among them.</summary>
    public static IReadOnlyList<string> Others(IEnumerable<MethodListing> listings) =>
        [.. listings.SelectMany(listing => listing.Calls.Where(call => !IsAllowed(call)).Select(call => $"{listing.Name} calls {call}")).Distinct()];

    private static bool IsAllowed(string call) => Array.Exists(Allowed, one => one.Method == MethodOf(call));

    /// <summary>The method of <c>Type[…]:Method[…]</c>; a helper's own name.</summary>
    private static string MethodOf(string call) => call[(call.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('[')[0];
}
