using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Engine.Definitions;

/// <summary>Faults of the limits and entitlements of a definition.</summary>
internal static class LimitChecks
{
    public static void Check(EngineDefinition definition, List<string> faults)
    {
        RiskScopes scopes = new(definition);
        foreach (((RiskScope scope, RiskLimitKind kind), Int128 value) in definition.RiskLimits)
        {
            string path = $"limits[{scope}].{kind}";
            if (RiskLimitRules.Of(kind) is not { } rule)
            {
                faults.Add($"{path} is no limit");
                continue;
            }

            if (!scopes.Know(in scope))
            {
                faults.Add($"{path} names an account, strategy, venue or instrument that is not there");
            }
            else if ((rule.Levels & scope.Level) == 0)
            {
                faults.Add($"{path} cannot be set there: its levels are {rule.Levels}");
            }

            if (value < 0 || value > rule.Most)
            {
                faults.Add($"{path}={rule.Format(value)} must be 0 to {rule.Format(rule.Most)}");
            }
        }

        foreach (RiskScope scope in definition.Entitlements.Where(scope => !scopes.Know(in scope)))
        {
            faults.Add($"entitlements[{scope}] names an account, strategy, venue or instrument that is not there");
        }
    }
}
