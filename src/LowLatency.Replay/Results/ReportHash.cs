using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LowLatency.Trading.Reporting;

namespace LowLatency.Replay.Results;

/// <summary>SHA-256 over execution reports in order, each as its <see cref="ExecutionReport.Size"/> little-endian bytes. One thread; allocates only at the end.</summary>
public sealed class ReportHash : IDisposable
{
    private const int BatchSize = 64;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ExecutionReport[] _batch = new ExecutionReport[BatchSize];
    private int _count;

    /// <summary>Takes all memory.</summary>
    public ReportHash()
    {
        // The platform's hash takes some memory at its first use.
        _hash.AppendData([0]);
        _hash.GetHashAndReset();
    }

    /// <summary>Adds a report.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in ExecutionReport report)
    {
        _batch[_count++] = report;
        if (_count == BatchSize)
        {
            Flush();
        }
    }

    /// <summary>The hash of all reports so far, 64 lower-case hexadecimal digits.</summary>
    public string Text()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void Flush()
    {
        _hash.AppendData(MemoryMarshal.AsBytes(_batch.AsSpan(0, _count)));
        _count = 0;
    }
}
