using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>How long a cache line takes from one core to another and back, two lines and no pause instruction.</summary>
/// <param name="First">One core.</param>
/// <param name="Second">The other.</param>
/// <param name="Distance">The nearest thing they share.</param>
/// <param name="Fault">Why it could not be measured; null where it was.</param>
/// <param name="RoundTrips">How many were measured.</param>
/// <param name="BestNs">The best mean of a hundred.</param>
/// <param name="MedianNs">The median of those means.</param>
public sealed record LineRoundTrip(int First, int Second, CoreDistance Distance, string? Fault, long RoundTrips, double BestNs, double MedianNs);
