namespace LowLatency.Cli.Input;

/// <summary>Messages of refused arguments, for people.</summary>
internal static class ArgumentExceptionText
{
    /// <summary>The message without the name of the parameter, which means nothing to a user.</summary>
    public static string PlainMessage(this ArgumentException wrong)
    {
        int suffix = wrong.ParamName is null ? -1 : wrong.Message.LastIndexOf(" (Parameter", StringComparison.Ordinal);
        return suffix < 0 ? wrong.Message : wrong.Message[..suffix];
    }
}
