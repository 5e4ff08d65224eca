using LowLatency.Primitives.Threading;
using LowLatency.Testing;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Primitives.Threading;

public class CpuListTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("", new int[0])]
    [InlineData("0", new[] { 0 })]
    [InlineData("0-3,8", new[] { 0, 1, 2, 3, 8 })]
    [InlineData("8, 1-2,2", new[] { 1, 2, 8 }, false)]
    [InlineData("8,1-2,2\n", new[] { 1, 2, 8 })]
    [InlineData("8191", new[] { 8191 })]
    [InlineData("(null)", new int[0], false)]
    [InlineData("-1", new int[0], false)]
    [InlineData("3-1", new int[0], false)]
    [InlineData("1,", new int[0], false)]
    [InlineData("1-", new int[0], false)]
    [InlineData("8192", new int[0], false)]
    [InlineData("0-99999999999", new int[0], false)]
    public void A_list_is_read_or_refused(string text, int[] expected, bool isList = true)
    {
        Assert.Equal(isList, CpuList.TryParse(text, out int[] cores));
        Assert.Equal(isList ? expected : [], cores);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        ulong seed = (ulong)Environment.TickCount64;
        output.WriteLine($"seed={seed}");
        SplitMix64 random = new(seed);
        for (int round = 0; round < 500; round++)
        {
            int[] cores = [.. Enumerable.Range(0, 40).Where(_ => random.Next() % 3 != 0)];
            Assert.Equal(cores.Length > 0, CpuList.TryParse(CpuList.Format(cores), out int[] back));
            Assert.Equal(cores, back);
        }

        Assert.Equal("0-2,5,7-8", CpuList.Format([8, 5, 0, 1, 2, 7, 1]));
        Assert.Equal("none", CpuList.Format([]));
    }
}
