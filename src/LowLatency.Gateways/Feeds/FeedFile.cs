namespace LowLatency.Gateways.Feeds;

/// <summary>Opens files of any format: plain, or gzip by its magic bytes, decompressed as it is read.</summary>
public static class FeedFile
{
    /// <summary>How much of the beginning <see cref="ReadHead"/> returns at most.</summary>
    public const int HeadBytes = 64 * 1024;

    /// <summary>Opens the file for reading once from its start.</summary>
    /// <param name="path">The file.</param>
    /// <param name="raw">The file itself, whose position tells the progress through it.</param>
    /// <param name="isGzip">True when the returned stream decompresses.</param>
    /// <returns>The content; disposing it closes the file. Reading compressed content throws <see cref="InvalidDataException"/> where it is damaged or ends too early.</returns>
    public static Stream OpenRead(string path, out FileStream raw, out bool isGzip)
    {
        raw = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        Span<byte> magic = stackalloc byte[2];
        isGzip = raw.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        raw.Position = 0;
        return isGzip ? new GzipContent(raw) : raw;
    }

    /// <summary>The first bytes of the content, as many as there are up to <see cref="HeadBytes"/>; what comes before damage in a compressed file.</summary>
    public static byte[] ReadHead(string path)
    {
        using Stream content = OpenRead(path, out _, out _);
        byte[] head = new byte[HeadBytes];
        int length = 0;
        try
        {
            int got;
            while (length < head.Length && (got = content.Read(head, length, head.Length - length)) > 0)
            {
                length += got;
            }
        }
        catch (InvalidDataException)
        {
            // The anomaly is reported by whoever reads the file; the head is what could be had.
        }

        return head[..length];
    }
}
