using LowLatency.Trading.Reporting;

namespace LowLatency.Replay.Driver;

/// <summary>What follows from a step at the same instant: the engine works, its requests leave, the strategies get their reports, until nothing moves.</summary>
public sealed partial class ReplayDriver
{
    /// <summary>Lets the engine and the strategies' reports come to rest.</summary>
    private void Settle()
    {
        RunEngine();
        for (int round = 0; GiveReports(); round++)
        {
            if (round == _plan.MaxReportRounds)
            {
                throw new ReplayFaultException($"strategy={_called?.Strategy.Name} keeps answering reports with requests: maxReportRounds={_plan.MaxReportRounds} at one instant");
            }
        }
    }

    /// <summary>Settles where the engine has done something of its own accord.</summary>
    private void SettleOwn()
    {
        foreach (VenueLane lane in _lanes)
        {
            if (lane.HasRequests)
            {
                Settle();
                return;
            }
        }

        foreach (StrategySeat seat in _seats)
        {
            if (seat.Port.ReportsAvailable > 0)
            {
                Settle();
                return;
            }
        }
    }

    private void RunEngine()
    {
        _runner.Run();
        bool sent = false;
        foreach (VenueLane lane in _lanes)
        {
            sent |= lane.Collect();
        }

        if (sent)
        {
            Reschedule();
        }
    }

    /// <summary>Gives every strategy the reports that are there. What the first strategy answers reaches the engine before the second is called.</summary>
    private bool GiveReports()
    {
        if (!NoteReports())
        {
            return false;
        }

        foreach (StrategySeat seat in _seats)
        {
            for (int i = 0; i < seat.Noted; i++)
            {
                ref readonly ExecutionReport report = ref seat.Port.Report(0);
                seat.Context.Apply(in report);
                Enter(seat, StrategyCallback.OnReport);
                seat.Strategy.OnReport(in report, seat.Context);
                seat.Port.ReleaseReport();
            }

            _callback = StrategyCallback.None;
            if (seat.Noted > 0 && seat.HasSent())
            {
                RunEngine();
            }
        }

        return true;
    }

    /// <summary>Takes the reports that are there into hash and tally, in the order of their sequence, whichever strategy they are for: the order a journal has them in.</summary>
    private bool NoteReports()
    {
        int left = 0;
        foreach (StrategySeat seat in _seats)
        {
            left += seat.Waiting = seat.Port.ReportsAvailable;
            seat.Noted = 0;
        }

        if (left == 0)
        {
            return false;
        }

        for (; left > 0; left--)
        {
            StrategySeat? first = null;
            long sequence = long.MaxValue;
            foreach (StrategySeat seat in _seats)
            {
                if (seat.Noted < seat.Waiting && seat.Port.Report(seat.Noted).Sequence < sequence)
                {
                    first = seat;
                    sequence = seat.Port.Report(seat.Noted).Sequence;
                }
            }

            ref readonly ExecutionReport report = ref first!.Port.Report(first.Noted++);
            _hash.Add(in report);
            _tally.Add(in report);
        }

        return true;
    }
}
