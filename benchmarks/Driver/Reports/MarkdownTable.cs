using System.Globalization;
using System.Text;

namespace Restate.Actors.Benchmarks.Driver.Reports;

/// <summary>A table to paste into a Markdown file.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();

    public MarkdownTable(params IReadOnlyCollection<string> columns)
    {
        Add([.. columns]);
        _text.Append('|').Insert(_text.Length, "---|", columns.Count).AppendLine();
    }

    /// <summary>Adds a row. Numbers get three digits that say something, and at most two places.</summary>
    public void Add(params IEnumerable<object?> cells)
    {
        _text.Append('|');
        foreach (var cell in cells)
        {
            _text.Append(CultureInfo.InvariantCulture, $" {Format(cell)} |");
        }

        _text.AppendLine();
    }

    public override string ToString() => _text.ToString();

    private static object Format(object? cell) => cell switch
    {
        null or double.NaN => "–",
        double number => number.ToString(Math.Abs(number) switch { < 10 => "F2", < 100 => "F1", _ => "F0" }, CultureInfo.InvariantCulture),
        _ => cell,
    };
}
