namespace LowLatency.Trading.Engine.Ports;

/// <summary>What became of an attempt to hand something to the engine.</summary>
public enum SendResult : byte
{
    /// <summary>The engine will take it in order.</summary>
    Sent = 0,

    /// <summary>The inbox is full; nothing was sent. Drain reports and try again, or give up: the caller decides.</summary>
    Backpressure = 1,
}
