using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Recordings;
using LowLatency.Markets.Matching.OrderFlow;

namespace LowLatency.Cli.Input;

/// <summary>A file and what it is, found from its content.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Format">How to read market data from it; null for an order flow.</param>
/// <param name="SizeBytes">Its size on disk.</param>
internal sealed record InputFile(string Path, FileKind Kind, IFeedFormat? Format, long SizeBytes)
{
    /// <summary>Looks at the beginning of a file.</summary>
    /// <exception cref="CommandException">It cannot be read, or is of no known kind; says how it begins.</exception>
    public static InputFile Detect(string path)
    {
        long size = CommandFiles.RequireInput(path).Length;
        byte[] head = FeedFile.ReadHead(path);
        if (OrderFlowFile.HasMagic(head))
        {
            return new(path, FileKind.OrderFlow, null, size);
        }

        if (FeedFormats.TryDetect(path, out IFeedFormat? format))
        {
            return new(path, format is RecordingFormat ? FileKind.Recording : FileKind.Feed, format, size);
        }

        return OrderFlowFile.LooksCompact(head) ? new(path, FileKind.OrderFlow, null, size) : throw Unknown(path, head);
    }

    /// <summary>As <see cref="Detect"/>, for commands that take market data only.</summary>
    /// <exception cref="CommandException">It is an order flow.</exception>
    public static InputFile MarketData(string path)
    {
        InputFile file = Detect(path);
        return file.Kind != FileKind.OrderFlow ? file : throw CommandException.Usage($"{path}: is an order-flow file; market data are needed");
    }

    /// <summary>As <see cref="Detect"/>, for commands that take an order flow only.</summary>
    /// <exception cref="CommandException">It is something else.</exception>
    public static InputFile OrderFlow(string path)
    {
        InputFile file = Detect(path);
        return file.Kind == FileKind.OrderFlow ? file : throw CommandException.Usage($"{path}: is a {file.Format!.Name}; an order-flow file is needed");
    }

    private static CommandException Unknown(string path, byte[] head)
    {
        ReadOnlySpan<byte> start = head.AsSpan(0, Math.Min(head.Length, 16));
        string text = new([.. start.ToArray().Select(b => b is >= 0x20 and < 0x7f ? (char)b : '.')]);
        string formats = string.Join(", ", FeedFormats.All.Select(format => format.Name));
        return CommandException.Usage(
            $"{path}: not recognised: it begins with {Convert.ToHexString(start)} '{text}'; known are {formats} and order-flow files");
    }
}
