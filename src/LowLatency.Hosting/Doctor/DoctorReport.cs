using LowLatency.Hosting.Doctor.Measuring;

namespace LowLatency.Hosting.Doctor;

/// <summary>Everything that was found out about a host.</summary>
/// <param name="Host">What was looked at.</param>
/// <param name="Findings">Its settings.</param>
/// <param name="Jitter">Its cores, watched one by one; none where nothing was measured.</param>
/// <param name="RoundTrips">Its pairs of cores; none where nothing was measured.</param>
public sealed record DoctorReport(HostView Host, IReadOnlyList<HostFinding> Findings, IReadOnlyList<CoreJitter> Jitter, IReadOnlyList<LineRoundTrip> RoundTrips);
