using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LowLatency.Latency.Orders;

/// <summary><c>order_path.c</c>, compiled with -O2 by the machine's C compiler and loaded into this process.</summary>
internal sealed unsafe class OrderPathInC : IDisposable
{
    private const string Source = "order_path.c";

    private readonly nint _library;
    private readonly nint _engine;
    private readonly delegate* unmanaged<nint, long, long, long> _run;
    private readonly delegate* unmanaged<nint, void> _close;

    private OrderPathInC(nint library, int live)
    {
        _library = library;
        _engine = ((delegate* unmanaged<long, nint>)NativeLibrary.GetExport(library, "order_path_open"))(live);
        _run = (delegate* unmanaged<nint, long, long, long>)NativeLibrary.GetExport(library, "order_path_run");
        _close = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "order_path_close");
    }

    /// <summary>Compiles and loads it.</summary>
    /// <param name="live">Orders that rest at its venue.</param>
    /// <param name="fault">Why there is none: no compiler, or what it said.</param>
    public static OrderPathInC? TryOpen(int live, out string? fault)
    {
        string folder = Directory.CreateTempSubdirectory("order-path-").FullName;
        try
        {
            string library = Path.Combine(folder, "order_path.so");
            fault = Compile(Path.Combine(folder, Source), library);
            return fault is null ? new OrderPathInC(NativeLibrary.Load(library), live) : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs orders.</summary>
    /// <returns>Fills and rejects that its strategy read; -1 if anything was not as it must be.</returns>
    public long Run(long orders, long rejectEvery) => _run(_engine, orders, rejectEvery);

    public void Dispose()
    {
        _close(_engine);
        NativeLibrary.Free(_library);
    }

    private static string? Compile(string source, string library)
    {
        using (Stream from = typeof(OrderPathInC).Assembly.GetManifestResourceStream(Source)!)
        using (FileStream to = File.Create(source))
        {
            from.CopyTo(to);
        }

        try
        {
            using Process compiler = Process.Start(new ProcessStartInfo("cc", ["-O2", "-shared", "-fPIC", "-o", library, source]) { RedirectStandardError = true })!;
            string said = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? null : $"cc failed: {said}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "no C compiler (cc) is here";
        }
    }
}
