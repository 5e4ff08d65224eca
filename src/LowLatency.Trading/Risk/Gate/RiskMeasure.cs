using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Risk.Gate;

/// <summary>Measures an order against every control: the highest use, the smallest room, and the use of the control that a refusal names.</summary>
internal struct RiskMeasure(RejectReason asked, bool wantsRoom) : IControlVisitor
{
    /// <summary>The use of the first control with the reason asked for that the order breaks.</summary>
    public RiskUse Asked = default;

    /// <summary>Whether there is such a control.</summary>
    public bool IsFound;

    /// <summary>Whether that control counts money, raw 1e-16.</summary>
    public bool IsMoney;

    /// <summary>The highest use, in percent.</summary>
    public int HighestPercent;

    /// <summary>The largest quantity that every control would let pass, where it was wanted.</summary>
    public long Room = long.MaxValue;

    public void See<TControl>(ref readonly TControl control, ref readonly RiskRequest request)
        where TControl : struct, IRiskControl
    {
        RiskUse use = control.Use(in request);
        if (TControl.Reason == asked && !IsFound && control.Breaks(in request))
        {
            Asked = use;
            IsFound = true;
            IsMoney = TControl.CountsMoney;
        }

        HighestPercent = Math.Max(HighestPercent, TControl.IsShare ? use.Percent : 0);
        if (wantsRoom)
        {
            Room = Math.Min(Room, control.Room(in request));
        }
    }
}
