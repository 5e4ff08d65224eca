using System.Reflection;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using Xunit;

namespace LowLatency.Tests.Primitives.Collections;

public class SlotPoolTests
{
    [Fact]
    public void The_slot_returned_last_is_rented_first_under_the_next_generation()
    {
        using SlotPool<long> pool = new(3);
        Assert.Equal([0, 1, 2, SlotPool<long>.None], Enumerable.Range(0, 4).Select(_ => pool.Rent()));
        pool[1] = 11;
        Assert.True(pool.Return(0));
        Assert.True(pool.Return(1));
        Assert.Equal(1, pool.Rent());
        Assert.Equal(11, pool[1]);
        Assert.Equal(0, pool.Rent());
        Assert.Equal([2u, 2u, 1u], Enumerable.Range(0, 3).Select(pool.GenerationOf));
        Assert.Equal(3, pool.HighWater);
    }

    [Fact]
    public void A_stale_handle_and_a_second_return_are_found_out()
    {
        using SlotPool<long> pool = new(2);
        OrderHandle first = Rent(pool);
        Assert.True(pool.IsCurrent(first.Slot, first.Generation));
        Assert.True(pool.Return(first.Slot));
        Assert.False(pool.IsCurrent(first.Slot, first.Generation));
        Assert.False(pool.Return(first.Slot));
        OrderHandle second = Rent(pool);
        Assert.Equal(first.Slot, second.Slot);
        Assert.False(pool.IsCurrent(first.Slot, first.Generation));
        Assert.True(pool.IsCurrent(second.Slot, second.Generation));
        Assert.Equal(1, pool.Count);
    }

    [Theory]
    [InlineData(0, 0u)]
    [InlineData(1, 0u)]
    [InlineData(1, 1u)]
    [InlineData(-1, 1u)]
    [InlineData(2, 1u)]
    [InlineData(int.MaxValue, uint.MaxValue)]
    [InlineData(int.MinValue, 1u)]
    public void A_handle_that_was_never_given_is_not_current(int slot, uint generation)
    {
        using SlotPool<long> pool = new(2);
        Assert.False(pool.IsCurrent(slot, generation));
        Assert.False(pool.Return(slot));
        Assert.Equal(0, pool.Rent());
        Assert.False(pool.IsCurrent(slot, generation));
    }

    [Fact]
    public unsafe void The_generation_after_the_largest_is_1()
    {
        using SlotPool<long> pool = new(1);
        pool.Return(pool.Rent());
        FieldInfo entry = typeof(SlotPool<long>).GetField("_entry", BindingFlags.Instance | BindingFlags.NonPublic)!;
        *(uint*)Pointer.Unbox((Pointer)entry.GetValue(pool)!) = uint.MaxValue - 1;
        Assert.Equal(new OrderHandle(0, uint.MaxValue), Rent(pool));
        Assert.True(pool.Return(0));
        Assert.Equal(new OrderHandle(0, 1), Rent(pool));
    }

    [Fact]
    public void Random_use_equals_a_stack()
    {
        const int seed = 12;
        const int capacity = 50;
        Random random = new(seed);
        using SlotPool<long> pool = new(capacity);
        Stack<int> free = new(Enumerable.Range(0, capacity).Reverse());
        Dictionary<int, (uint Generation, long Value)> rented = [];
        Dictionary<int, uint> generations = [];
        for (int step = 0; step < 100_000; step++)
        {
            if (random.Next(2) == 0)
            {
                int slot = pool.Rent();
                Assert.Equal(free.TryPop(out int expected) ? expected : -1, slot);
                if (slot >= 0)
                {
                    generations[slot] = generations.GetValueOrDefault(slot) + 1;
                    pool[slot] = step;
                    rented[slot] = (generations[slot], step);
                }
            }
            else
            {
                int slot = random.Next(-2, capacity + 2);
                bool isRented = rented.Remove(slot, out (uint Generation, long Value) held);
                Assert.Equal(isRented, pool.IsRented(slot));
                if (isRented)
                {
                    Assert.True(pool.IsCurrent(slot, held.Generation));
                    Assert.Equal(held.Value, pool[slot]);
                    free.Push(slot);
                }

                Assert.True(isRented == pool.Return(slot), $"seed={seed} step={step}");
            }

            Assert.Equal(rented.Count, pool.Count);
        }
    }

    [Fact]
    public void A_million_large_slots_are_there_at_once()
    {
        using SlotPool<Large> pool = new(1_000_000);
        Assert.Equal(1_000_000, pool.Capacity);
        for (int i = 0; i < 1_000_000; i++)
        {
            pool[pool.Rent()].Value = i;
        }

        Assert.Equal(SlotPool<Large>.None, pool.Rent());
        Assert.Equal(999_999, pool[999_999].Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_capacity_that_cannot_be_is_refused_by_value(int capacity) => Assert.Contains(
        $"capacity={capacity}", Assert.Throws<ArgumentException>(() => new SlotPool<long>(capacity)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_disposed_pool_rents_nothing()
    {
        SlotPool<long> pool = new(2);
        OrderHandle handle = Rent(pool);
        pool.Dispose();
        pool.Dispose();
        Assert.Equal(SlotPool<long>.None, pool.Rent());
        Assert.False(pool.Return(handle.Slot));
        Assert.False(pool.IsCurrent(handle.Slot, handle.Generation));
    }

    private static OrderHandle Rent(SlotPool<long> pool)
    {
        int slot = pool.Rent();
        return new OrderHandle(slot, pool.GenerationOf(slot));
    }

    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Large
    {
        public long Value;
    }
}
