using System.Runtime.InteropServices;
using LowLatency.Markets.Matching;
using Xunit;

namespace LowLatency.Tests.Markets.Matching;

/// <summary>Random additions and removals through the table and through a dictionary: the same slots, whatever the ids look like, through every growth.</summary>
public sealed unsafe class OrderIdTableTests
{
    private const int MaxOrders = 20_000;

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 8, 0)]
    [InlineData(3, 64, 7)]
    [InlineData(4, 1 << 16, 0)]
    [InlineData(5, 0, 0)]
    public void It_agrees_with_a_dictionary(int seed, int stride, int offset)
    {
        Random random = new(seed);
        byte* memory = (byte*)NativeMemory.AlignedAlloc((nuint)OrderIdTable.SizeBytes(MaxOrders), 64);
        NativeMemory.Clear(memory, (nuint)OrderIdTable.SizeBytes(MaxOrders));
        OrderIdTable table = new(memory);
        for (int pass = 0; pass < 2; pass++)
        {
            Fill(ref table, random, stride, offset, $"seed={seed} stride={stride} pass={pass}");
            table.Clear();
            Assert.Equal(0, table.SlotOf((uint)offset));
        }

        NativeMemory.AlignedFree(memory);
    }

    private static void Fill(ref OrderIdTable table, Random random, int stride, int offset, string where)
    {
        Dictionary<uint, int> oracle = [];
        List<uint> open = [];
        for (int step = 0; step < 120_000; step++)
        {
            bool adds = open.Count == 0 || (open.Count < MaxOrders && random.Next(100) < (step % 40_000 < 25_000 ? 75 : 30));
            if (adds)
            {
                uint id = (uint)((stride == 0 ? random.Next() : random.Next(60_000) * stride) + offset);
                uint cell = table.CellOf(id);
                Assert.True(oracle.GetValueOrDefault(id) == table.SlotIn(cell), $"{where} step={step} id={id}");
                if (oracle.TryAdd(id, step + 1))
                {
                    table.Put(cell, id, step + 1);
                    open.Add(id);
                }
            }
            else
            {
                int index = random.Next(4) == 0 ? random.Next(open.Count) : open.Count - 1;
                table.Remove(table.CellOf(open[index]));
                oracle.Remove(open[index]);
                open[index] = open[^1];
                open.RemoveAt(open.Count - 1);
            }

            if (step % 10_000 == 0)
            {
                foreach ((uint id, int slot) in oracle)
                {
                    Assert.True(table.SlotOf(id) == slot, $"{where} step={step} id={id}");
                }
            }
        }
    }
}
