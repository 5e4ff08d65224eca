using LowLatency.Latency.Commands;
using LowLatency.Latency.Gate;

namespace LowLatency.Latency.Disassembly;

/// <summary><c>disassembly [--update]</c>: fails when the order path calls what it should not; writes the listing that is reviewed.</summary>
internal static class DisassemblyCommand
{
    private const string File = "order-path.asm";

    public static int Run(bool isUpdate, TextWriter output)
    {
        IReadOnlyList<MethodListing> listings = FusedLoop.Take();
        foreach (MethodListing listing in listings)
        {
            output.WriteLine($"{listing.Name}: {listing.Bytes} bytes, {listing.Calls.Count} calls");
        }

        if (isUpdate)
        {
            string path = Path.Combine(Path.GetDirectoryName(GateBaseline.Find())!, File);
            System.IO.File.WriteAllText(path, string.Join("\n\n", listings.Select(listing => listing.Text.ReplaceLineEndings("\n"))) + "\n");
            output.WriteLine($"listing written: {path}");
        }

        IReadOnlyList<string> others = ColdCalls.Others(listings);
        foreach (string other in others)
        {
            output.WriteLine($"FAIL {other}");
        }

        output.WriteLine(others.Count == 0 ? "disassembly: passed" : "disassembly FAILED");
        return others.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
