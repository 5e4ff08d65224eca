namespace LowLatency.Trading.Strategies;

/// <summary>The exact sum of the last numbers added. One thread; allocates at construction only.</summary>
internal sealed class MovingSum(int count)
{
    private readonly long[] _values = new long[count];
    private int _next;
    private int _filled;

    /// <summary>How many numbers the sum is over, once it is full.</summary>
    public int Count => _values.Length;

    /// <summary>True when as many numbers have been added.</summary>
    public bool IsFull => _filled == _values.Length;

    /// <summary>The sum.</summary>
    public Int128 Sum { get; private set; }

    /// <summary>Adds a number; the oldest leaves.</summary>
    public void Add(long value)
    {
        Sum += (Int128)value - _values[_next];
        _values[_next] = value;
        _next = _next + 1 == _values.Length ? 0 : _next + 1;
        _filled = Math.Min(_filled + 1, _values.Length);
    }
}
