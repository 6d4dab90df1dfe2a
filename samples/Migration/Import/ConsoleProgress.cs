namespace MigrationSample.Import;

/// <summary>Writes a line for each thousand objects.</summary>
internal sealed class ConsoleProgress(int total, TextWriter output) : IProgress<int>
{
    private const int Step = 1000;

    private readonly Lock _lock = new();

    public void Report(int value)
    {
        if (value % Step == 0)
        {
            lock (_lock)
            {
                output.WriteLine($"  {value} of {total}");
            }
        }
    }
}
