namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>Text of fixed width.</summary>
internal static class AlphaText
{
    /// <summary>Writes the text left-justified.</summary>
    public static void Write(ReadOnlySpan<char> text, Span<byte> destination)
    {
        if (text.Length > destination.Length || !System.Text.Ascii.IsValid(text))
        {
            throw new ArgumentException($"text='{text}' must be at most {destination.Length} ASCII characters", nameof(text));
        }

        destination.Fill((byte)' ');
        for (int i = 0; i < text.Length; i++)
        {
            destination[i] = (byte)text[i];
        }
    }

    /// <summary>Reads the text without trailing spaces.</summary>
    public static string Read(ReadOnlySpan<byte> source)
    {
        Span<char> text = stackalloc char[source.Length];
        for (int i = 0; i < source.Length; i++)
        {
            text[i] = source[i] is >= (byte)' ' and < 127 ? (char)source[i] : '?';
        }

        return new string(text.TrimEnd(' '));
    }
}
