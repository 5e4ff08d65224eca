namespace LowLatency.Primitives.Messaging;

/// <summary>What an agent does between two polls that may find nothing. Used as a type argument; one instance serves one agent and all its producers.</summary>
/// <remarks>
/// The agent calls <see cref="Wait"/> after each idle turn and polls again whatever made it return. Each producer calls <see cref="Signal"/>
/// after each publication (once per batch), and so does whoever asks the agent to stop. Then no work is left lying while the agent sleeps.
/// </remarks>
public interface IWaitStrategy
{
    /// <summary>Lets some time pass, less if there is work. May return early and without work. Agent's thread.</summary>
    /// <param name="work">What would end the waiting.</param>
    /// <param name="idleTurns">Consecutive turns without work up to now, from 1; the longer idle, the deeper some strategies sleep.</param>
    void Wait<TWork>(ref TWork work, int idleTurns)
        where TWork : struct, IWorkSource;

    /// <summary>Tells the agent that something was published before this call. Any thread.</summary>
    void Signal();
}
