using Spectre.Console;

namespace LowLatency.Cli.Output;

/// <summary>A table in the two ways it is shown. The first column and those named in <paramref name="textColumns"/> are aligned left, the others right.</summary>
/// <param name="columns">The headers; empty texts make a table without a header row.</param>
/// <param name="textColumns">Further columns of text, by number from 0.</param>
internal sealed class TableView(IReadOnlyList<string> columns, params int[] textColumns)
{
    private readonly List<string[]> _rows = [];

    private bool HasHeader => columns.Any(column => column.Length > 0);

    /// <summary>A table of names and values without a header.</summary>
    public static TableView Pairs() => new(["", ""], 1);

    /// <summary>Adds a row.</summary>
    public TableView Add(params string[] cells)
    {
        _rows.Add([.. cells.Select(PlainText.Clean)]);
        return this;
    }

    /// <summary>Writes aligned columns, two spaces apart.</summary>
    public void WritePlain(TextWriter output)
    {
        List<string[]> lines = [.. HasHeader ? [[.. columns]] : Array.Empty<string[]>(), .. _rows];
        int[] widths = [.. columns.Select((_, i) => lines.Max(line => (int?)line[i].Length) ?? 0)];
        foreach (string[] line in lines)
        {
            output.WriteLine(string.Join("  ", line.Select((cell, i) => IsText(i) ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        }
    }

    /// <summary>The table for a terminal.</summary>
    public Table ToSpectre()
    {
        Table table = new() { Border = TableBorder.Rounded, ShowHeaders = HasHeader };
        for (int i = 0; i < columns.Count; i++)
        {
            table.AddColumn(new TableColumn(new Text(columns[i])) { Alignment = IsText(i) ? Justify.Left : Justify.Right });
        }

        foreach (string[] row in _rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        return table;
    }

    private bool IsText(int column) => column == 0 || textColumns.Contains(column);
}
