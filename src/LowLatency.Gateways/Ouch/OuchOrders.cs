using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;

namespace LowLatency.Gateways.Ouch;

/// <summary>Orders by user reference number and by the engine's slot, each one array look-up. Preallocated; one thread, the engine's.</summary>
/// <remarks>
/// Numbers rise by one. An order's place is its number modulo the table's size, so a number whose place an older order still holds is passed over:
/// the protocol asks for rising numbers, not for all of them. Twice as many places as orders make sure that there is a free one.
/// </remarks>
internal sealed unsafe class OuchOrders : IDisposable
{
    private const int PlacesAhead = 4;

    private readonly NativeBuffer<OuchOrder> _places;
    private readonly NativeBuffer<uint> _numberBySlot;
    private readonly OuchOrder* _byNumber;
    private readonly uint _mask;

    /// <summary>Takes the memory.</summary>
    /// <param name="maxOrders">Slots of the engine.</param>
    /// <param name="firstNumber">The number of the first request, 1 or more.</param>
    public OuchOrders(int maxOrders, uint firstNumber)
    {
        uint places = BitOperations.RoundUpToPowerOf2((uint)maxOrders * 2);
        _places = new NativeBuffer<OuchOrder>(places);
        _numberBySlot = new NativeBuffer<uint>(maxOrders);
        _byNumber = _places.Start;
        _mask = places - 1;
        NextNumber = firstNumber;
    }

    /// <summary>The lowest number the next request can have.</summary>
    public uint NextNumber { get; private set; }

    /// <summary>Numbers in use.</summary>
    public int Count { get; private set; }

    /// <summary>Moves the numbers on; never back.</summary>
    public void ContinueFrom(uint number) => NextNumber = Math.Max(NextNumber, number);

    /// <summary>Gives the next number to an order or a replacement of it.</summary>
    /// <returns>Its place, or a null reference when every place or every number is used up.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OuchOrder Open(ulong handle)
    {
        uint number = NextNumber;
        OuchOrder* order = _byNumber + (number & _mask);
        if (order->Handle != 0 | number == uint.MaxValue)
        {
            return ref OpenFurtherOn(handle);
        }

        return ref Occupy(order, number, handle);
    }

    /// <summary>The order of a number, or a null reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OuchOrder Find(uint number)
    {
        OuchOrder* order = _byNumber + (number & _mask);
        return ref order->Handle != 0 && order->Number == number ? ref *order : ref Unsafe.NullRef<OuchOrder>();
    }

    /// <summary>The order of an engine's handle under its present number, or a null reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref OuchOrder Find(OrderHandle handle)
    {
        if ((uint)handle.Slot >= (ulong)_numberBySlot.Length)
        {
            return ref Unsafe.NullRef<OuchOrder>();
        }

        ref OuchOrder order = ref Find(_numberBySlot[handle.Slot]);
        return ref !Unsafe.IsNullRef(ref order) && order.Handle == handle.Packed ? ref order : ref Unsafe.NullRef<OuchOrder>();
    }

    /// <summary>The engine's order of a number, closed or not; 0 where that is not known any more.</summary>
    public ulong HandleOf(uint number)
    {
        ref OuchOrder order = ref _byNumber[number & _mask];
        return number == 0 || order.Number != number ? 0 : order.Handle != 0 ? order.Handle : order.ClosedHandle;
    }

    /// <summary>Makes a number the present one of its order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MakePresent(ref readonly OuchOrder order) => _numberBySlot[(uint)order.Handle] = order.Number;

    /// <summary>Frees the place of a number.</summary>
    public void Close(ref OuchOrder order)
    {
        order.ClosedHandle = order.Handle;
        order.Handle = 0;
        Count--;
    }

    public void Dispose()
    {
        _places.Dispose();
        _numberBySlot.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref OuchOrder Occupy(OuchOrder* order, uint number, ulong handle)
    {
        *order = default;
        order->Handle = handle;
        order->Number = number;
        NextNumber = number + 1;
        Count++;
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_byNumber + ((number + PlacesAhead) & _mask));
        }

        return ref *order;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref OuchOrder OpenFurtherOn(ulong handle)
    {
        uint number = NextNumber;
        if (Count <= _mask)
        {
            while (number != uint.MaxValue && _byNumber[number & _mask].Handle != 0)
            {
                number++;
            }

            if (number != uint.MaxValue)
            {
                return ref Occupy(_byNumber + (number & _mask), number, handle);
            }
        }

        return ref Unsafe.NullRef<OuchOrder>();
    }
}
