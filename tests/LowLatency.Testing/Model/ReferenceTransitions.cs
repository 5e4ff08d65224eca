using LowLatency.Trading.Orders;

namespace LowLatency.Testing.Model;

/// <summary>Which order state follows which, as a list a person can read: one line for each thing that can happen, one word for each state it can happen in.</summary>
public static class ReferenceTransitions
{
    private const string Listing = """
        .             None PendingNew      New             PartiallyFilled PendingReplace PendingCancel Filled Canceled Expired Rejected Held       Suspended     DoneForDay
        Accept        -    New             -               -               -              back          -      -        -       -        -          back          back
        FillPart      -    PartiallyFilled PartiallyFilled PartiallyFilled back           back          -      -        -       -        Held       back          back
        FillRest      -    Filled          Filled          Filled          Filled         Filled        -      -        -       -        Filled     Filled        Filled
        SendCancel    -    PendingCancel   PendingCancel   PendingCancel   PendingCancel  -             -      -        -       -        -          PendingCancel PendingCancel
        SendReplace   -    -               PendingReplace  PendingReplace  -              -             -      -        -       -        -          -             -
        Cancel        -    Canceled        Canceled        Canceled        Canceled       Canceled      -      -        -       -        Canceled   Canceled      Canceled
        Replace       -    -               -               -               back           back          -      -        -       -        Held       -             -
        Expire        -    Expired         Expired         Expired         Expired        Expired       -      -        -       -        Expired    Expired       Expired
        Reject        -    Rejected        -               -               -              Rejected      -      -        -       -        Rejected   Rejected      Rejected
        RefuseCancel  -    -               -               -               -              back          Filled Canceled Expired Rejected -          -             -
        RefuseReplace -    -               -               -               back           back          Filled Canceled Expired Rejected -          -             -
        Release       -    -               -               -               -              -             -      -        -       -        PendingNew -             -
        Amend         -    back            back            back            back           back          Filled Canceled Expired Rejected Held       back          back
        Suspend       -    back            back            back            back           back          -      -        -       -        -          back          back
        FinishDay     -    back            back            back            back           back          -      -        -       -        -          back          back
        Resume        -    -               -               -               back           back          -      -        -       -        -          back          back
        """;

    private static readonly Dictionary<(OrdStatus Status, OrderAction Action), string> Cells = Read();

    /// <summary>Every cell: the name of the next state, "back" or "-".</summary>
    public static IReadOnlyDictionary<(OrdStatus Status, OrderAction Action), string> All => Cells;

    /// <summary>The state that follows; None where it cannot happen.</summary>
    public static OrdStatus Next(OrdStatus status, OrderAction action, bool acknowledged, bool replacing, bool canceling, bool executed, bool suspended = false, bool doneForDay = false)
    {
        string cell = Cells[(status, action)];
        if (cell == "-")
        {
            return OrdStatus.None;
        }

        if (cell != "back")
        {
            return Enum.Parse<OrdStatus>(cell);
        }

        if (canceling)
        {
            return OrdStatus.PendingCancel;
        }

        if (replacing)
        {
            return OrdStatus.PendingReplace;
        }

        if (doneForDay)
        {
            return OrdStatus.DoneForDay;
        }

        if (suspended)
        {
            return OrdStatus.Suspended;
        }

        if (executed)
        {
            return OrdStatus.PartiallyFilled;
        }

        return acknowledged ? OrdStatus.New : OrdStatus.PendingNew;
    }

    private static Dictionary<(OrdStatus Status, OrderAction Action), string> Read()
    {
        string[][] lines = [.. Listing.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        Dictionary<(OrdStatus Status, OrderAction Action), string> cells = [];
        foreach (string[] line in lines.Skip(1))
        {
            for (int i = 1; i < line.Length; i++)
            {
                cells.Add((Enum.Parse<OrdStatus>(lines[0][i]), Enum.Parse<OrderAction>(line[0])), line[i]);
            }
        }

        return cells;
    }
}
