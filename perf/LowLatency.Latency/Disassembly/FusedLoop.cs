using System.Diagnostics;
using LowLatency.Latency.Orders;

namespace LowLatency.Latency.Disassembly;

/// <summary>The machine code of the order path: what the JIT makes of the methods that an order, its acknowledgement and its fill pass through.</summary>
/// <remarks>
/// Taken from a child process, since the runtime only tells what it compiles anew: <c>DOTNET_JitDisasm</c> of the stock runtime, compiled at once and fully, without a profile, so that it is the
/// same in every run on one kind of processor.
/// </remarks>
internal static class FusedLoop
{
    /// <summary>The hidden command that the child runs.</summary>
    public const string Command = "order-path";

    private const string Methods = "Turn PollSources Poll PollGateway NewOrder Accept Fill";
    private const string Engine = "TradingEngine`3[LowLatency.Latency.Orders.RestingGateway";
    private const string Header = "; Assembly listing for method ";
    private const int Orders = 1_000;
    private const int TimeoutMs = 60_000;

    /// <summary>What the child does: orders that fill, orders that are refused.</summary>
    public static void Exercise()
    {
        using OrderInline orders = new(live: 64, rejectEvery: 3);
        orders.Run(Orders);
    }

    /// <summary>The listing, method by method.</summary>
    /// <exception cref="InvalidOperationException">The child failed, or listed nothing.</exception>
    public static IReadOnlyList<MethodListing> Take()
    {
        string file = Path.GetTempFileName();
        try
        {
            RunChild(file);
            MethodListing[] listings = [.. File.ReadAllText(file)
                .Split(Header, StringSplitOptions.RemoveEmptyEntries)
                .Where(text => text.Contains(Engine, StringComparison.Ordinal))
                .Select(MethodListing.Parse)
                .OrderBy(listing => listing.Name, StringComparer.Ordinal)];
            return listings.Length > 0 ? listings : throw new InvalidOperationException("the runtime listed no method of the order path");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void RunChild(string file)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(FusedLoop).Assembly.Location, Command]) { RedirectStandardError = true };
        start.Environment["DOTNET_JitDisasm"] = Methods;
        start.Environment["DOTNET_JitDisasmDiffable"] = "1";
        start.Environment["DOTNET_JitStdOutFile"] = file;
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using Process child = Process.Start(start)!;
        string said = child.StandardError.ReadToEnd();
        if (!child.WaitForExit(TimeoutMs) || child.ExitCode != 0)
        {
            throw new InvalidOperationException($"the child that runs the order path failed: {said}");
        }
    }
}
