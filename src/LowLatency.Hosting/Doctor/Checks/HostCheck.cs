namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Looks at one setting of a host. Changes nothing and does not throw for what a host's files say.</summary>
internal abstract class HostCheck
{
    /// <summary>The setting's name.</summary>
    public abstract string Setting { get; }

    /// <summary>What it costs while it is not as it should be.</summary>
    protected abstract string Effect { get; }

    /// <summary>Looks.</summary>
    public HostFinding Examine(HostView host)
    {
        HostFact fact = Look(host);
        return new(Setting, fact.State, fact.Value, Effect, fact.State is FindingState.Good or FindingState.Unknown ? null : Mend(host));
    }

    /// <summary>What is set now.</summary>
    protected abstract HostFact Look(HostView host);

    /// <summary>What mends it, if anything does.</summary>
    protected virtual string? Mend(HostView host) => $"sudo native-config/tune apply {Setting}";
}
