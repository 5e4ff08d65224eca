using System.Text.RegularExpressions;

namespace LowLatency.Latency.Disassembly;

/// <summary>One method as the JIT lists it.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Calls">What it calls, in the order of the listing: methods by their full name, helpers of the runtime by theirs.</param>
/// <param name="Bytes">Bytes of machine code.</param>
/// <param name="Text">The whole listing.</param>
internal sealed partial record MethodListing(string Name, IReadOnlyList<string> Calls, int Bytes, string Text)
{
    /// <summary>Reads a listing, which begins with the method's full name.</summary>
    public static MethodListing Parse(string text)
    {
        string name = Method().Match(text).Groups[1].Value;
        string[] calls = [.. Call().Matches(text).Select(call => call.Groups[1].Value)];
        int bytes = int.Parse(Size().Match(text).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        return new(name, calls, bytes, $"; {text.Trim()}");
    }

    [GeneratedRegex(@"\]:(\w+)[\[(]")]
    private static partial Regex Method();

    // A method through its cell, "call [Type:Method(...):this]", a helper by name, and a jump to a method at the end of another.
    [GeneratedRegex(@"^\s+(?:call|tail\.jmp|jmp|rex\.jmp)\s+\[?((?:CORINFO_HELP_\w+)|(?:[A-Z][\w.]+\.[^\r\n]*?:[^\r\n(]+))", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"Total bytes of code (\d+)")]
    private static partial Regex Size();
}
