namespace LowLatency.Tests.Primitives.Messaging;

/// <summary>Eight words that follow from a number.</summary>
internal unsafe struct PlainValue : INumbered
{
    private const int Words = 8;

    private fixed long _words[Words];

    public long Number
    {
        get
        {
            fixed (long* words = _words)
            {
                return INumbered.Read(new(words, Words));
            }
        }

        set
        {
            fixed (long* words = _words)
            {
                INumbered.Write(new(words, Words), value);
            }
        }
    }
}
