namespace LowLatency.Primitives.Threading;

/// <summary>Picks cores: of all groups that can hold the request, the one with the most isolated cores, then the one with the lowest numbers.</summary>
internal static class CoreChooser
{
    /// <summary>The chosen cores in the order of preference, or those of the best group that is too small.</summary>
    public static int[] Choose(IEnumerable<CpuCore> cores, CoreRequest request)
    {
        IEnumerable<CpuCore> candidates = cores.Where(core => core.IsAllowed
            && !request.Excluded.Contains(core.Id)
            && (!request.IsolatedOnly || core.IsIsolated)
            && (request.Node is not int node || core.Node == node));
        return candidates
            .GroupBy(core => request.SharesCache ? (core.LastLevelCache, core.Package) : default)
            .Select(group => Pick(group, request))
            .OrderByDescending(picked => picked.Count)
            .ThenByDescending(picked => picked.Count(core => core.IsIsolated))
            .ThenBy(picked => picked.Min(core => core.Id))
            .FirstOrDefault()?.Select(core => core.Id).ToArray() ?? [];
    }

    /// <summary>Isolated cores first, tickless ones before others; core 0 and its siblings last, since interrupts and housekeeping go there unless they were moved.</summary>
    private static List<CpuCore> Pick(IEnumerable<CpuCore> group, CoreRequest request)
    {
        List<CpuCore> picked = [];
        foreach (CpuCore core in group
            .OrderByDescending(core => core.IsIsolated)
            .ThenByDescending(core => core.IsTickless)
            .ThenBy(core => core.Siblings.Contains(0))
            .ThenBy(core => core.Id))
        {
            if (picked.Count < request.Count && (request.AllowsSiblings || !picked.Any(other => other.Siblings.Contains(core.Id))))
            {
                picked.Add(core);
            }
        }

        return picked;
    }
}
