namespace LowLatency.Trading.Risk.Gate;

/// <summary>Something that is done with every control in turn.</summary>
internal interface IControlVisitor
{
    void See<TControl>(ref readonly TControl control, ref readonly RiskRequest request)
        where TControl : struct, IRiskControl;
}
