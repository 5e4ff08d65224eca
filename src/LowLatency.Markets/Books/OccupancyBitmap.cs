using System.Numerics;
using System.Runtime.CompilerServices;

namespace LowLatency.Markets.Books;

/// <summary>One bit per slot of a ring of slots, and above it one summary bit per 64 slots: set exactly when one of those 64 is.</summary>
/// <remarks>Views memory of <see cref="WordsFor"/> words that somebody else owns and has zeroed.</remarks>
internal readonly unsafe struct OccupancyBitmap
{
    private readonly ulong* _words;
    private readonly ulong* _summary;
    private readonly uint _summaryMask;

    /// <summary>A view of zeroed memory for a power-of-two number of slots, 64 or more.</summary>
    public OccupancyBitmap(ulong* memory, int slots)
    {
        _words = memory;
        _summary = memory + (slots >> 6);
        _summaryMask = (uint)SummaryWords(slots) - 1;
    }

    /// <summary>How many words of memory a bitmap takes.</summary>
    public static int WordsFor(int slots) => (slots >> 6) + SummaryWords(slots);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsSet(uint slot) => (_words[slot >> 6] >> (int)(slot & 63) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(uint slot)
    {
        _words[slot >> 6] |= 1UL << (int)(slot & 63);
        _summary[slot >> 12] |= 1UL << (int)(slot >> 6 & 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unset(uint slot)
    {
        ulong word = _words[slot >> 6] & ~(1UL << (int)(slot & 63));
        _words[slot >> 6] = word;
        if (word == 0)
        {
            _summary[slot >> 12] &= ~(1UL << (int)(slot >> 6 & 63));
        }
    }

    /// <summary>The first set slot at or below the given one, going on from the highest slot after slot 0, all the way round; -1 when no bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AtOrBelow(uint slot)
    {
        ulong word = _words[slot >> 6] << (int)(63 - (slot & 63));
        return word != 0 ? (int)slot - BitOperations.LeadingZeroCount(word) : BelowWord(slot >> 6);
    }

    /// <summary>Unsets every bit; costs what is set, not what there is.</summary>
    public void Clear()
    {
        for (uint s = 0; s <= _summaryMask; s++)
        {
            for (ulong bits = _summary[s]; bits != 0; bits &= bits - 1)
            {
                _words[(s << 6) + (uint)BitOperations.TrailingZeroCount(bits)] = 0;
            }

            _summary[s] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int BelowWord(uint word)
    {
        uint s = word >> 6;
        ulong bits = _summary[s] & ((1UL << (int)(word & 63)) - 1);
        for (uint turns = 0; bits == 0; turns++)
        {
            // The word we started from is seen again at the end of the round, with the bits above its starting slot.
            if (turns > _summaryMask)
            {
                return -1;
            }

            s = (s - 1) & _summaryMask;
            bits = _summary[s];
        }

        uint found = (s << 6) + (uint)BitOperations.Log2(bits);
        return (int)(found << 6) + BitOperations.Log2(_words[found]);
    }

    private static int SummaryWords(int slots) => Math.Max(1, slots >> 12);
}
