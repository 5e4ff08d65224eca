using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Messaging;

/// <summary>Decides whether a consumer that has caught up lets a distance build up before it takes what is there. The consumer's own state.</summary>
/// <remarks>
/// A consumer a little faster than its producer looks after every few events, and each look takes the cursor's line and the slots being written away from the producer: both crawl. Some way behind, both
/// stream. Waiting always would cost sparse flow its latency, so a wait must earn its keep:
/// <code>
/// balance    + 1 for each event of a small batch, up to 8, - 1 for a look that finds nothing, kept from -64 to 64
/// armed      balance above 0: events outnumber empty looks, so they come back to back
/// wait       32 pauses (about 1 us) without looking, then one look
/// kept       while a wait ends with a worthwhile number of events; after one that does not, twice as many armed looks go without a wait, up to 1024
/// </code>
/// Sparse flow finds nothing most of the time and never arms; short bursts are over before the balance is; a steady flow too slow to gather pays for one wait in a thousand looks.
/// </remarks>
public struct AdaptiveDistance
{
    /// <summary>A batch of so many needs no wait: the consumer is behind enough.</summary>
    public const int Deep = 512;

    /// <summary>What a wait must at least end with to be worth its time.</summary>
    public const int Worthwhile = 64;

    /// <summary>Pause instructions of one wait.</summary>
    public const int Pauses = 32;

    /// <summary>Bound of the balance either way.</summary>
    public const int MostBalance = 64;

    /// <summary>What one look adds to the balance at most.</summary>
    public const int MostPerLook = 8;

    /// <summary>Most armed looks that go without a wait after waits that yielded nothing.</summary>
    public const int MostSkipped = 1024;

    private int _balance;
    private int _skipNext;
    private int _skipping;

    /// <summary>Events back to back less empty looks, as of now; above 0 is armed.</summary>
    public readonly int Balance => _balance;

    /// <summary>Tells of a look.</summary>
    /// <param name="found">How many events it found, 0 or more.</param>
    /// <param name="deep">How many make the wait needless; <see cref="Deep"/>, or less for a small ring.</param>
    /// <returns>True if the consumer should wait and look again, and then tell <see cref="Waited"/> of it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ShouldWait(long found, int deep)
    {
        if (found >= deep)
        {
            return false;
        }

        if (found == 0)
        {
            _balance = Math.Max(_balance - 1, -MostBalance);
            return false;
        }

        _balance = (int)Math.Min(_balance + Math.Min(found, MostPerLook), MostBalance);
        if (_balance <= 0)
        {
            return false;
        }

        if (_skipping > 0)
        {
            _skipping--;
            return false;
        }

        return true;
    }

    /// <summary>Tells of a wait.</summary>
    /// <param name="found">How many events the look after it found.</param>
    /// <param name="worthwhile">How many make it worth while; <see cref="Worthwhile"/>, or less for a small ring.</param>
    public void Waited(long found, int worthwhile)
    {
        _skipNext = found >= worthwhile ? 0 : Math.Min(Math.Max(1, _skipNext * 2), MostSkipped);
        _skipping = _skipNext;
    }
}
