using System.Runtime.InteropServices;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Tests.Primitives.Messaging;

/// <summary>Seven words that follow from a number, and the ring's stamp.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal unsafe struct StampedValue : IStampedEvent, INumbered
{
    private const int Words = 7;

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
