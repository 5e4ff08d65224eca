using System.Globalization;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Numerics;
using Microsoft.Extensions.Configuration;

namespace LowLatency.Hosting.Configuration;

/// <summary>
/// Reads one map of a configuration strictly: every wrong value becomes a fault with its full path, value and bound, and <see cref="Close"/> makes
/// one of every key nobody asked for. After a fault the reader goes on with the default, so that all faults are found in one go.
/// </summary>
internal sealed class SettingsReader
{
    private readonly IConfiguration _map;
    private readonly string _path;
    private readonly List<string> _faults;
    private readonly List<string> _known = [];

    public SettingsReader(IConfiguration map, string path, List<string> faults)
    {
        _map = map;
        _path = path;
        _faults = faults;
    }

    /// <summary>The full path of a key of this map.</summary>
    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    /// <summary>The full path of this map.</summary>
    public string Path => _path;

    /// <summary>Adds a fault about a key of this map.</summary>
    public void Fault(string key, string value, string bound) => _faults.Add($"{PathOf(key)}={value} {bound}");

    /// <summary>Adds a fault about the map as a whole.</summary>
    public void Refuse(string fault) => _faults.Add($"{_path}: {fault}");

    /// <summary>True when the key, which may be left out, is there.</summary>
    public bool Knows(string key)
    {
        _known.Add(key);
        IConfigurationSection section = _map.GetSection(key);
        return section.Value is not null || section.GetChildren().Any();
    }

    /// <summary>True when the key is there and is a given word, in any case.</summary>
    public bool Says(string key, string word) => Knows(key) && string.Equals(_map[key], word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text that must be there.</summary>
    public string Text(string key, string bound, Func<string, bool> isValid, string? fallback = null)
    {
        if (!TryValue(key, bound, isRequired: fallback is null, out string text))
        {
            return fallback ?? "";
        }

        if (isValid(text))
        {
            return text;
        }

        Fault(key, text, $"must be {bound}");
        return fallback ?? "";
    }

    /// <summary>One of some names.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> names, string? fallback = null) =>
        TryOneOf(key, names, fallback is null, out T value) ? value : names[fallback ?? names.Keys.First()];

    /// <summary>One of some names; false when it is not there or none of them.</summary>
    public bool TryOneOf<T>(string key, IReadOnlyDictionary<string, T> names, bool isRequired, out T value)
    {
        string bound = string.Join(", ", names.Keys);
        value = names.Values.First();
        if (!TryValue(key, $"one of {bound}", isRequired, out string text))
        {
            return false;
        }

        if (names.TryGetValue(text, out T? found))
        {
            value = found;
            return true;
        }

        string nearest = NearestName.Of(text, names.Keys) is string near ? $"; did you mean {near}?" : "";
        Fault(key, text, $"must be one of {bound}{nearest}");
        return false;
    }

    /// <summary>A whole number.</summary>
    public long Whole(string key, long least, long most, long? fallback = null) => Number(key, 0, least, most, fallback);

    /// <summary>A whole number that may be left out.</summary>
    public int? WholeOrNone(string key, int least, int most)
    {
        return Knows(key) ? (int)Whole(key, least, most, least) : null;
    }

    /// <summary>A power of two.</summary>
    public int PowerOfTwo(string key, int least, int most, int fallback)
    {
        int value = (int)Number(key, 0, least, most, fallback);
        if ((value & (value - 1)) == 0)
        {
            return value;
        }

        Fault(key, value.ToString(CultureInfo.InvariantCulture), $"must be a power of two, {least} to {most}");
        return fallback;
    }

    /// <summary>A power of two, or 0.</summary>
    public int PowerOfTwoOrNone(string key, int least, int most, int fallback)
    {
        int value = (int)Number(key, 0, 0, most, fallback);
        if (value == 0 || (value >= least && (value & (value - 1)) == 0))
        {
            return value;
        }

        Fault(key, value.ToString(CultureInfo.InvariantCulture), $"must be 0 or a power of two, {least} to {most}");
        return fallback;
    }

    /// <summary>A decimal number, exact, as an integer with implied decimals.</summary>
    public long Number(string key, int decimals, long least, long most, long? fallback = null) => (long)Wide(key, decimals, least, most, fallback);

    /// <summary>As <see cref="Number"/>, for money.</summary>
    public Int128 Wide(string key, int decimals, Int128 least, Int128 most, Int128? fallback = null)
    {
        string range = $"{FixedPoint.Format(least, decimals)} to {FixedPoint.Format(most, decimals)}";
        string places = decimals == 0 ? "" : $" with at most {decimals} decimals";
        if (!TryValue(key, $"a number, {range}", isRequired: fallback is null, out string text))
        {
            return fallback ?? least;
        }

        if (FixedPoint.TryParse(MemoryMarshal.Cast<char, ushort>(text.AsSpan()), decimals, out Int128 value) && value >= least && value <= most)
        {
            return value;
        }

        Fault(key, text, $"must be a {(decimals == 0 ? "whole " : "")}number, {range}{places}");
        return fallback ?? least;
    }

    /// <summary>A map inside this one; an empty one when it is not there.</summary>
    public SettingsReader Map(string key)
    {
        _known.Add(key);
        IConfigurationSection section = _map.GetSection(key);
        if (!string.IsNullOrEmpty(section.Value))
        {
            Fault(key, section.Value, "must be a map of settings");
        }

        return new SettingsReader(section, PathOf(key), _faults);
    }

    /// <summary>An empty map in place of one that cannot be judged; faults about it are not kept.</summary>
    public SettingsReader Unread(string key)
    {
        _known.Add(key);
        return new SettingsReader(new ConfigurationBuilder().Build(), PathOf(key), []);
    }

    /// <summary>A list of maps inside this one.</summary>
    public IReadOnlyList<SettingsReader> List(string key, bool isRequired)
    {
        _known.Add(key);
        IConfigurationSection section = _map.GetSection(key);
        List<IConfigurationSection> children = [.. section.GetChildren()];
        if (!string.IsNullOrEmpty(section.Value) || children.Any(child => !child.Key.All(char.IsAsciiDigit)))
        {
            _faults.Add($"{PathOf(key)} must be a list");
            return [];
        }

        if (isRequired && children.Count == 0)
        {
            _faults.Add($"{PathOf(key)} is empty: at least one is needed");
        }

        List<SettingsReader> maps = [];
        foreach (IConfigurationSection child in children)
        {
            string path = $"{PathOf(key)}[{child.Key}]";
            if (!string.IsNullOrEmpty(child.Value))
            {
                _faults.Add($"{path}={child.Value} must be a map of settings");
                continue;
            }

            maps.Add(new SettingsReader(child, path, _faults));
        }

        return maps;
    }

    /// <summary>Makes a fault of every key of the map that nobody has read.</summary>
    public void Close()
    {
        foreach (string key in _map.GetChildren().Select(child => child.Key).Where(key => !_known.Contains(key, StringComparer.OrdinalIgnoreCase)))
        {
            string hint = NearestName.Of(key, _known) is string near ? $"did you mean {near}?" : $"known here: {string.Join(", ", _known.Distinct())}";
            _faults.Add($"{PathOf(key)} is no setting; {hint}");
        }
    }

    private bool TryValue(string key, string bound, bool isRequired, out string text)
    {
        _known.Add(key);
        IConfigurationSection section = _map.GetSection(key);
        text = section.Value ?? "";
        if (section.GetChildren().Any())
        {
            _faults.Add($"{PathOf(key)} must be a value, not a map or list: {bound}");
            return false;
        }

        if (text.Length > 0)
        {
            return true;
        }

        if (isRequired || _map.GetChildren().Any(child => string.Equals(child.Key, key, StringComparison.OrdinalIgnoreCase)))
        {
            _faults.Add($"{PathOf(key)} {(isRequired ? "is missing" : "is empty")}: {bound}");
        }

        return false;
    }
}
