using LowLatency.Primitives.Numerics;

namespace LowLatency.Gateways.Feeds.Lobster;

/// <summary>Goes through the comma-separated fields of a row.</summary>
internal ref struct LobsterFields(ReadOnlySpan<byte> row)
{
    private ReadOnlySpan<byte> _rest = row;

    public bool IsAtEnd { get; private set; }

    public bool TryNext(out ReadOnlySpan<byte> field)
    {
        field = default;
        if (IsAtEnd)
        {
            return false;
        }

        int comma = _rest.IndexOf((byte)',');
        IsAtEnd = comma < 0;
        field = IsAtEnd ? _rest : _rest[..comma];
        _rest = IsAtEnd ? default : _rest[(comma + 1)..];
        return true;
    }

    public bool TryNextNumber(out long number)
    {
        number = 0;
        return TryNext(out ReadOnlySpan<byte> field) && FixedPoint.TryParse(field, 0, out number);
    }
}
