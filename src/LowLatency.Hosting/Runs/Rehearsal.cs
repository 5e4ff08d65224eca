using System.Diagnostics;
using LowLatency.Hosting.Configuration;
using LowLatency.Replay.Driver;

namespace LowLatency.Hosting.Runs;

/// <summary>Runs the beginning of a replay again and again before the replay itself, so that what is measured then is compiled and optimised code.</summary>
public static class Rehearsal
{
    private const int Events = 20_000;

    /// <summary>Rehearses; the replay itself is not touched.</summary>
    /// <param name="settings">What will run.</param>
    /// <param name="recording">What will be replayed.</param>
    /// <param name="atLeast">How long at least; at least two rounds are run.</param>
    /// <returns>How many rounds were run; fewer when one was stopped, since the replay will then tell why.</returns>
    /// <exception cref="ConfigurationException">The settings do not fit the recording; lists every fault.</exception>
    public static int Run(RunSettings settings, ReplayRecording recording, TimeSpan atLeast)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(recording);
        RunSettings withoutJournal = settings with { JournalPath = null };
        using ReplayRecording head = recording.Head(Events);
        long started = Stopwatch.GetTimestamp();
        int rounds = 0;
        try
        {
            do
            {
                using ReplayRun run = new(withoutJournal, head);
                run.Run();
                rounds++;
            }
            while (rounds < 2 || Stopwatch.GetElapsedTime(started) < atLeast);
        }
        catch (ReplayStoppedException)
        {
            return rounds;
        }

        return rounds;
    }
}
