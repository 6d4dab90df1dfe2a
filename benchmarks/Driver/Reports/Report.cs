namespace Restate.Actors.Benchmarks.Driver.Reports;

/// <summary>What is printed: progress on the error stream, tables as they are complete, and the conclusions at the very end.</summary>
internal sealed class Report
{
    private readonly List<string> _conclusions = [];
    private readonly List<string> _ratios = [];

    public static void Progress(string text) => Console.Error.WriteLine(text);

    public static void Write(string title, object table) => Console.WriteLine($"### {title}\n\n{table}");

    public void Conclude(string line) => _conclusions.Add(line);

    /// <summary>Takes what stands below all conclusions.</summary>
    public void ConcludeWithRatios(string line) => _ratios.Add(line);

    public void End()
    {
        _conclusions.ForEach(Console.WriteLine);
        _ratios.ForEach(Console.WriteLine);
    }
}
