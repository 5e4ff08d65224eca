using System.CommandLine;
using LowLatency.Cli.Output;

namespace LowLatency.Cli.Commands;

internal static class ImportCommand
{
    public static Command Create(CommandConsole console) { _ = console; return new("import"); }
}
