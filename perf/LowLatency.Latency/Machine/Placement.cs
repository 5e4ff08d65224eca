namespace LowLatency.Latency.Machine;

/// <summary>How far apart the two cores of a sample were, from the raw round trip of a cache line right before and right after it.</summary>
internal enum Placement
{
    /// <summary>Both probes took at most <see cref="LineProbe.NearBoundNs"/>: one last-level cache. Judged.</summary>
    Near,

    /// <summary>At least one probe took longer: a hypervisor moved a core meanwhile, or both lie apart. Reported, not judged.</summary>
    Far,
}
