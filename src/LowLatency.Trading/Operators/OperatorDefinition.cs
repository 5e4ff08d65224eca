using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Operators;

/// <summary>Somebody who may command the engine.</summary>
/// <param name="Id">The dense number, its place in the list from 1.</param>
/// <param name="Name">The name in records and configuration.</param>
public sealed record OperatorDefinition(OperatorId Id, string Name);
