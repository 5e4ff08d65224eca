using System.Globalization;
using Microsoft.Extensions.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LowLatency.Hosting.Configuration.Yaml;

/// <summary>Turns one YAML document into configuration keys. Refuses duplicate keys, anchors, aliases, tags, keys that are not plain words, and a second document.</summary>
internal sealed class YamlFlattener(IParser parser)
{
    private const int MaxDepth = 32;

    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the whole document; an empty one gives no keys.</summary>
    /// <exception cref="YamlException">Names the place.</exception>
    public Dictionary<string, string?> Flatten()
    {
        parser.MoveNext();
        if (Next() is DocumentStart)
        {
            if (Next() is Scalar { Value.Length: 0 } nothing)
            {
                Move(nothing);
            }
            else
            {
                Map("", 1);
            }

            Move(Current);
        }

        return Current is StreamEnd ? _values : throw At(Current, "a second document: one file is one configuration");
    }

    private ParsingEvent Current => parser.Current ?? throw new YamlException("the document ends too early");

    private void Node(string key, int depth)
    {
        switch (Current)
        {
            case NodeEvent { Tag.IsEmpty: false } tagged:
                throw At(tagged, $"the tag {tagged.Tag} is not supported");
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                throw At(anchored, "anchors are not supported");
            case Scalar scalar:
                _values[key] = IsNull(scalar) ? null : scalar.Value;
                Move(scalar);
                break;
            case MappingStart:
                Map(key, depth);
                break;
            case SequenceStart:
                List(key, depth);
                break;
            default:
                throw At(Current, "aliases are not supported");
        }
    }

    private void Map(string path, int depth)
    {
        Begin<MappingStart>(depth, "a map of settings was expected");
        HashSet<string> keys = new(StringComparer.OrdinalIgnoreCase);
        while (Current is not MappingEnd)
        {
            if (Current is not Scalar { Value.Length: > 0, Anchor.IsEmpty: true, Tag.IsEmpty: true } key || key.Value.Contains(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal))
            {
                throw At(Current, "a key must be a plain word without a colon");
            }

            if (!keys.Add(key.Value))
            {
                throw At(key, $"duplicate key '{key.Value}'");
            }

            Move(key);
            Node(path.Length == 0 ? key.Value : ConfigurationPath.Combine(path, key.Value), depth + 1);
        }

        End(path, keys.Count);
    }

    private void List(string path, int depth)
    {
        Begin<SequenceStart>(depth, "a list was expected");
        int count = 0;
        while (Current is not SequenceEnd)
        {
            Node(ConfigurationPath.Combine(path, count.ToString(CultureInfo.InvariantCulture)), depth + 1);
            count++;
        }

        End(path, count);
    }

    private void Begin<T>(int depth, string expected)
        where T : ParsingEvent
    {
        if (Current is not T)
        {
            throw At(Current, expected);
        }

        if (depth > MaxDepth)
        {
            throw At(Current, $"nested more than {MaxDepth} deep");
        }

        Move(Current);
    }

    /// <summary>Leaves a map or list. An empty one leaves its key with an empty value, as the JSON provider does for a list.</summary>
    private void End(string path, int count)
    {
        if (count == 0 && path.Length > 0)
        {
            _values[path] = "";
        }

        Move(Current);
    }

    private ParsingEvent Next()
    {
        Move(Current);
        return Current;
    }

    private void Move(ParsingEvent done)
    {
        if (!parser.MoveNext())
        {
            throw At(done, "the document ends too early");
        }
    }

    private static bool IsNull(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";

    private static YamlException At(ParsingEvent place, string message) => new(place.Start, place.End, message);
}
