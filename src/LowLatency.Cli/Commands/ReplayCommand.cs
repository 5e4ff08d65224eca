using System.CommandLine;
using LowLatency.Cli.Output;

namespace LowLatency.Cli.Commands;

internal static class ReplayCommand
{
    public static Command Create(CommandConsole console) { _ = console; return new("replay"); }
}
