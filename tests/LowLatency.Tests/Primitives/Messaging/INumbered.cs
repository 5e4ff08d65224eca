namespace LowLatency.Tests.Primitives.Messaging;

/// <summary>An event that is told apart by a number, from which all its words follow.</summary>
internal interface INumbered
{
    /// <summary>What <see cref="Number"/> is of an event that is not whole.</summary>
    const long Torn = long.MinValue;

    /// <summary>The number; <see cref="Torn"/> if the words do not belong together.</summary>
    long Number { get; set; }

    static void Write(Span<long> words, long number)
    {
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = number * (i + 1);
        }
    }

    static long Read(ReadOnlySpan<long> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] != words[0] * (i + 1))
            {
                return Torn;
            }
        }

        return words[0];
    }
}
