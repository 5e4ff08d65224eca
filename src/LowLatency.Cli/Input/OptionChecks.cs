using System.CommandLine;

namespace LowLatency.Cli.Input;

/// <summary>Checks of option values that name the option, the value and the bound.</summary>
internal static class OptionChecks
{
    /// <summary>Refuses values for which <paramref name="isValid"/> is false.</summary>
    public static void Require<T>(this Option<T> option, Func<T, bool> isValid, string bound) =>
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<T>() is not { } value || isValid(value))
            {
                return;
            }

            result.AddError($"{option.Name}={value} must be {bound}");
        });
}
