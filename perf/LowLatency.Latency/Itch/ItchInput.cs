using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Latency.Measuring;
using LowLatency.Testing.Itch;

namespace LowLatency.Latency.Itch;

/// <summary>ITCH messages in memory, as length-prefixed frames, and what is known of them.</summary>
/// <param name="Bytes">The frames.</param>
/// <param name="Messages">How many.</param>
/// <param name="Orders">Orders displayed by messages A and F.</param>
/// <param name="LiveOrders">Orders displayed at the end; null where only a pass over the books would tell.</param>
/// <param name="LastReference">The highest order reference if they are dense from 1; otherwise 0.</param>
/// <param name="Note">Where they come from.</param>
internal sealed record ItchInput(byte[] Bytes, long Messages, long Orders, int? LiveOrders, int LastReference, string Note)
{
    /// <summary>The user's file, or a generated day.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ItchInput Of(BenchmarkInput input, int symbols, int messages) =>
        input.FileOf(DataKinds.Itch) is { } path
            ? input.Shared(path, () => FromFile(path))
            : input.Shared($"{symbols} {messages}", () => Generated(symbols, messages));

    /// <summary>The same with order references far apart.</summary>
    public static ItchInput Sparse(BenchmarkInput input, int symbols, int messages)
    {
        ItchInput dense = Of(input, symbols, messages);
        return input.Shared($"sparse {dense.Note}", () => dense with { Bytes = SparseReferences.Of(dense.Bytes), LastReference = 0, Note = $"{dense.Note}, references scattered" });
    }

    private static ItchInput Generated(int symbols, int messages)
    {
        ItchDay day = ItchDay.Generate(symbols, messages);
        return new(
            day.Bytes,
            day.Messages,
            day.CountByType['A'] + day.CountByType['F'],
            day.LiveOrders,
            day.LastReference,
            $"generated day of {day.Messages:N0} messages, {symbols:N0} symbols, {day.LiveOrders:N0} orders live at the end");
    }

    private static ItchInput FromFile(string path)
    {
        using Stream file = FeedFile.OpenRead(path, out FileStream raw, out _);
        using (raw)
        {
            using MemoryStream bytes = new();
            file.CopyTo(bytes);
            ItchSumHandler handler = default;
            FeedPosition position = new(0, 1, 0);
            byte[] all = bytes.ToArray();
            int length = 0;
            for (int taken = 1; taken > 0; length += taken)
            {
                // A system event ends a call early.
                taken = ItchFrames.Decode(all.AsSpan(length), ref position, int.MaxValue, ref handler, new FeedAnomalies());
            }

            return new(all[..length], position.Sequence - 1, handler.Orders, null, 0, $"{Path.GetFileName(path)}: {position.Sequence - 1:N0} messages");
        }
    }
}
