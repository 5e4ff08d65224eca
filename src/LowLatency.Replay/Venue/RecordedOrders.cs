using LowLatency.Markets.Books;

namespace LowLatency.Replay.Venue;

/// <summary>The open orders of the recorded market in one instrument, by the venue's reference; numbered from 1.</summary>
internal sealed class RecordedOrders : IDisposable
{
    private readonly RecordedOrder[] _orders;
    private readonly OrderReferenceMap _numbers = new();
    private int _free;
    private int _used;

    public RecordedOrders(int capacity) => _orders = new RecordedOrder[capacity + 1];

    public bool IsFull => _free == 0 && _used == _orders.Length - 1;

    public ref RecordedOrder this[int number] => ref _orders[number];

    /// <summary>The number of a reference, 0 where it has none.</summary>
    public int Find(ulong reference) => _numbers.Find(reference) is var slot && slot > 0 ? slot : 0;

    /// <summary>Gives a reference that has none a number; only while not full.</summary>
    public int Add(ulong reference)
    {
        int number = _free;
        if (number != 0)
        {
            _free = _orders[number].NextFree;
        }
        else
        {
            number = ++_used;
        }

        _numbers.TryAdd(reference, number);
        _orders[number] = new() { Reference = reference };
        return number;
    }

    public void Remove(int number)
    {
        _numbers.Remove(_orders[number].Reference);
        _orders[number].NextFree = _free;
        _free = number;
    }

    public void Dispose() => _numbers.Dispose();
}
