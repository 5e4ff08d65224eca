using LowLatency.Primitives.Collections;
using Xunit;

namespace LowLatency.Tests.Primitives.Collections;

public class SharedHistoryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_capacity_must_be_a_power_of_two(int capacity) => Assert.Throws<ArgumentException>(() => new SharedHistory<long>(capacity));

    [Fact]
    public void The_newest_entries_are_there_and_no_others()
    {
        using SharedHistory<long> history = new(4);
        for (long i = 0; i < 11; i++)
        {
            history.Add(i * 10);
        }

        List<(bool, long)> read = [];
        for (long i = -1; i < 13; i++)
        {
            read.Add((history.TryRead(i, out long entry), entry));
        }

        Assert.Equal([.. Enumerable.Repeat((false, 0L), 8), (true, 70L), (true, 80L), (true, 90L), (true, 100L), (false, 0L), (false, 0L)], read);
    }

    /// <summary>A reader that chases a writer around a small history sees whole entries only: all words of one say the same.</summary>
    [Fact]
    public void A_reader_never_sees_a_torn_entry()
    {
        using SharedHistory<Wide> history = new(2);
        const long Entries = 400_000;
        long wrong = 0;
        long seen = 0;
        Thread reader = new(() =>
        {
            long count;
            do
            {
                count = history.Count;
                for (long i = Math.Max(0, count - 3); i < count + 1; i++)
                {
                    if (history.TryRead(i, out Wide entry))
                    {
                        seen++;
                        wrong += entry.A == i && entry.B == i && entry.C == i && entry.D == i && entry.E == i ? 0 : 1;
                    }
                }
            }
            while (count < Entries);
        });
        reader.Start();
        for (long i = 0; i < Entries; i++)
        {
            history.Add(new Wide(i, i, i, i, i));
        }

        reader.Join();
        Assert.Equal(0, wrong);
        Assert.True(seen > 0);
    }

    private readonly record struct Wide(long A, long B, long C, long D, long E);
}
