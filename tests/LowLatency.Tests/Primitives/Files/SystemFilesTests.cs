using LowLatency.Primitives.Files;
using LowLatency.Testing.Hosts;
using Xunit;

namespace LowLatency.Tests.Primitives.Files;

public class SystemFilesTests
{
    [Fact]
    public void A_file_is_read_below_the_root_without_surrounding_white_space()
    {
        using FakeHost host = new FakeHost().Write("/proc/sys/vm/swappiness", " 60 ");
        Assert.Equal(new SystemText("60", ""), host.Files.Read("/proc/sys/vm/swappiness"));
        Assert.True(host.Files.Exists("/proc/sys/vm"));
        Assert.False(host.Files.IsHost);
        Assert.True(SystemFiles.Host.IsHost);
    }

    [Theory]
    [InlineData("/proc/missing", "there is no /proc/missing")]
    [InlineData("/nowhere/missing", "there is no /nowhere/missing")]
    [InlineData("/proc", "/proc may not be read")]
    [InlineData("/a\0b", "/a\0b cannot be read")]
    public void What_cannot_be_read_is_unknown_with_the_reason(string path, string reason)
    {
        using FakeHost host = new FakeHost().Write("/proc/cmdline", "quiet");
        SystemText text = host.Files.Read(path);
        Assert.False(text.IsKnown);
        Assert.Equal(reason, text.Reason);
        Assert.Empty(host.Files.Folders(path + "/x"));
        Assert.False(host.Files.Exists(path + "/x"));
    }

    [Fact]
    public void A_large_file_is_read_to_the_limit()
    {
        using FakeHost host = new FakeHost().Write("/proc/large", new string('x', SystemFiles.MaxBytes + 5000));
        Assert.Equal(SystemFiles.MaxBytes, host.Files.Read("/proc/large").Text!.Length);
    }

    [Fact]
    public void Folders_are_listed_in_order_and_files_are_not()
    {
        using FakeHost host = new FakeHost().Write("/sys/b/x", "").Write("/sys/a/x", "").Write("/sys/c", "");
        Assert.Equal(["a", "b"], host.Files.Folders("/sys"));
    }
}
