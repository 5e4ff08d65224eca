using LowLatency.Gateways.Feeds;
using LowLatency.Markets.Data;
using LowLatency.Markets.Recording;

namespace LowLatency.Cli.Input;

/// <summary>Turns foreign files into recordings.</summary>
internal static class FeedImport
{
    /// <summary>Writes a recording; removes it again when the import fails.</summary>
    /// <returns>How many records were written.</returns>
    /// <exception cref="CommandException">The file does not have what the options ask for.</exception>
    public static long Write(InputFile file, FeedImportOptions options, FeedAnomalies anomalies, string output)
    {
        using IMarketEventSource events = Open(file, options, anomalies);
        bool isComplete = false;
        try
        {
            using RecordingWriter writer = RecordingWriter.Create(output, events.Instruments, RecordingOrder.Both, SourceOf(file));
            writer.AppendAll(events);
            writer.Complete();
            isComplete = true;
            return writer.Count;
        }
        finally
        {
            if (!isComplete)
            {
                File.Delete(output);
            }
        }
    }

    /// <summary>Opens a file as events.</summary>
    /// <exception cref="CommandException">It is damaged, or does not have what the options ask for.</exception>
    public static IMarketEventSource Open(InputFile file, FeedImportOptions options, FeedAnomalies anomalies)
    {
        try
        {
            return file.Format!.OpenEvents(file.Path, options, anomalies);
        }
        catch (ArgumentException wrong)
        {
            throw CommandException.Usage($"{file.Path}: {wrong.PlainMessage()}");
        }
        catch (InvalidDataException damaged)
        {
            throw CommandException.Usage(damaged.Message);
        }
    }

    /// <summary>The format and the name of the file, cut to what a recording's header takes.</summary>
    private static string SourceOf(InputFile file)
    {
        string name = Path.GetFileName(file.Path);
        return $"{file.Format!.Name}: {(name.Length > 80 ? name[..80] : name)}";
    }
}
