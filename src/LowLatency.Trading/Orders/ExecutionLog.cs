using System.Numerics;
using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;

namespace LowLatency.Trading.Orders;

/// <summary>The latest executions by order and venue's number, in a ring: one that comes twice is found, and so is one that is busted or corrected. Owned by the risk stage.</summary>
/// <remarks>
/// Executions are counted from 1; number n lies in place n mod capacity, and is there while it is one of the latest. A cell holds the count of the execution put in last, each
/// execution that of the one before: a chain falls, and ends where it comes to one that is not there any more. So nothing has to be taken out.
/// A cell is chosen by the number times 2^64/φ, so that numbers handed out one after the other fall into cells of their own; the orders of both sides of a trade may share one.
/// </remarks>
internal sealed unsafe class ExecutionLog : IDisposable
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private readonly NativeBuffer<Execution> _buffer;
    private readonly NativeBuffer<long> _cellBuffer;
    private readonly Execution* _executions;
    private readonly long* _cells;
    private readonly long _mask;
    private readonly int _shift;
    private long _count;

    /// <param name="capacity">How many are remembered: a power of two, or 0 for none.</param>
    public ExecutionLog(int capacity)
    {
        int cells = Math.Max(2, capacity * 2);
        _buffer = new NativeBuffer<Execution>(capacity);
        _cellBuffer = new NativeBuffer<long>(cells);
        _executions = _buffer.Start;
        _cells = _cellBuffer.Start;
        _mask = capacity - 1;
        _shift = 64 - BitOperations.Log2((uint)cells);
    }

    /// <summary>Takes a place for an execution, unless it is there already.</summary>
    /// <param name="handle">The order's.</param>
    /// <param name="number">The venue's; 0 where it gives none: such a one is not remembered, and never there.</param>
    /// <param name="isKnown">Whether it is there already.</param>
    /// <returns>The place, to be filled; a null reference where it is there, or is not remembered.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Execution TryAdd(ulong handle, ulong number, out bool isKnown)
    {
        isKnown = false;
        if (_mask < 0 || number == 0)
        {
            return ref Unsafe.NullRef<Execution>();
        }

        long* cell = Cell(number);
        long before = *cell;
        if (before > _count - _mask - 1 && before != 0 && !Unsafe.IsNullRef(ref FindFrom(before, handle, number)))
        {
            isKnown = true;
            return ref Unsafe.NullRef<Execution>();
        }

        *cell = ++_count;
        ref Execution execution = ref _executions[_count & _mask];
        execution.Handle = handle;
        execution.Number = number;
        execution.Previous = before;
        return ref execution;
    }

    /// <summary>An execution that has not been busted; a null reference where there is none.</summary>
    public ref Execution Find(ulong handle, ulong number)
    {
        if (_mask < 0)
        {
            return ref Unsafe.NullRef<Execution>();
        }

        ref Execution found = ref FindFrom(*Cell(number), handle, number);
        return ref Unsafe.IsNullRef(ref found) || found.Quantity == 0 ? ref Unsafe.NullRef<Execution>() : ref found;
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _cellBuffer.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref Execution FindFrom(long count, ulong handle, ulong number)
    {
        while (count > 0 && count > _count - _mask - 1)
        {
            ref Execution execution = ref _executions[count & _mask];
            if (execution.Handle == handle && execution.Number == number)
            {
                return ref execution;
            }

            count = execution.Previous;
        }

        return ref Unsafe.NullRef<Execution>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long* Cell(ulong number) => _cells + ((number * Golden) >> _shift);
}
