using LowLatency.Gateways.Feeds;
using Spectre.Console;

namespace LowLatency.Cli.Output;

/// <summary>Where a command writes: tables and a progress bar on a terminal, plain aligned text without control codes elsewhere.</summary>
internal sealed class CommandConsole
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly IAnsiConsole? _terminal;

    public CommandConsole(TextWriter output, TextWriter error)
    {
        _output = output;
        _error = error;
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            _terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        }
    }

    /// <summary>One line on the error output.</summary>
    public void Error(string line) => _error.WriteLine($"lowlatency: {PlainText.Clean(line)}");

    /// <summary>One line.</summary>
    public void Line(string line) => _output.WriteLine(PlainText.Clean(line));

    /// <summary>Writes a table.</summary>
    public void Table(TableView table)
    {
        if (_terminal is null)
        {
            table.WritePlain(_output);
        }
        else
        {
            _terminal.Write(table.ToSpectre());
        }
    }

    /// <summary>What was odd about a feed: counts, then the first of each kind with its offset.</summary>
    public void Anomalies(FeedAnomalies anomalies)
    {
        if (anomalies.Total == 0)
        {
            return;
        }

        TableView table = new(["anomaly", "count", "first"], 2);
        foreach ((FeedAnomalyKind kind, long count) in anomalies.Counts())
        {
            FeedAnomaly first = anomalies.First().First(one => one.Kind == kind);
            table.Add(kind.ToString(), PlainText.Of(count), first.ToString());
        }

        Table(table);
    }

    /// <summary>Runs something long with a progress bar, or a spinner where nothing tells how far it is, if there is a terminal to show it on.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="total">The progress value at the end; 0 where it is not known.</param>
    /// <param name="work">Reports how far it is.</param>
    public T WithProgress<T>(string what, long total, Func<IProgress<long>, T> work)
    {
        if (_terminal is null)
        {
            return work(NoProgress.Instance);
        }

        return total == 0
            ? _terminal.Status().Start(Markup.Escape(what), _ => work(NoProgress.Instance))
            : _terminal.Progress().AutoClear(true).Start(context => work(new BarProgress(context.AddTask(Markup.Escape(what), maxValue: total))));
    }

    private sealed class NoProgress : IProgress<long>
    {
        public static NoProgress Instance { get; } = new();

        public void Report(long value)
        {
        }
    }

    private sealed class BarProgress(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }
}
