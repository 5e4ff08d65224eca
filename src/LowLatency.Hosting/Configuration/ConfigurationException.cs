namespace LowLatency.Hosting.Configuration;

/// <summary>A configuration that cannot be used. Lists every fault that was found, not only the first.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Names the file or other origin and its faults.</summary>
    /// <param name="origin">Where the configuration comes from, for people.</param>
    /// <param name="faults">One line per fault; at least one.</param>
    public ConfigurationException(string origin, IReadOnlyList<string> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => $"{origin}: {fault}")))
    {
        Origin = origin;
        Faults = faults;
    }

    /// <summary>Where the configuration comes from.</summary>
    public string Origin { get; }

    /// <summary>One line per fault: the setting's full path, its value and the bound it breaks.</summary>
    public IReadOnlyList<string> Faults { get; }
}
