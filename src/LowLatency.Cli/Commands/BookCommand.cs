using System.CommandLine;
using LowLatency.Cli.Output;

namespace LowLatency.Cli.Commands;

internal static class BookCommand
{
    public static Command Create(CommandConsole console) { _ = console; return new("book"); }
}
