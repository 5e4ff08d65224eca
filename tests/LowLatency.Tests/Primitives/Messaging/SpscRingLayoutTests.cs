using System.Reflection;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Messaging;
using Xunit;

namespace LowLatency.Tests.Primitives.Messaging;

public class SpscRingLayoutTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;

    [Fact]
    public void What_each_thread_writes_stands_a_pair_of_cache_lines_apart()
    {
        (string Name, int Offset)[] fields = [.. typeof(SpscCursors).GetFields(Own)
            .Select(field => (field.Name, field.GetCustomAttribute<FieldOffsetAttribute>()!.Value))
            .OrderBy(field => field.Value)];
        Assert.Equal(
            [
                ("Slots", 128), ("SlotCount", 136), ("Mask", 144),
                ("Published", 256), ("CachedConsumed", 264),
                ("Consumed", 384), ("CachedPublished", 392), ("Distance", 400),
                ("EndOfPadding", 632),
            ],
            fields);
    }

    [Fact]
    public void The_object_is_padded_to_its_end_and_the_ring_adds_no_field()
    {
        Assert.Empty(typeof(SpscRing<long>).GetFields(Own));
        new SpscRing<long>(2).Dispose();
        long before = GC.GetAllocatedBytesForCurrentThread();
        SpscRing<long> ring = new(2);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        ring.Dispose();
        Assert.Equal(640 + (2 * IntPtr.Size), bytes);
    }
}
