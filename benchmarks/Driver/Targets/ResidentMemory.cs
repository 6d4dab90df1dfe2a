using System.Globalization;

namespace Restate.Actors.Benchmarks.Driver.Targets;

/// <summary>What a process occupies of the machine's memory, in bytes.</summary>
internal sealed class ResidentMemory(int process)
{
    public long Now => Read("VmRSS:");

    /// <summary>Gets the most since <see cref="ForgetPeak"/>.</summary>
    public long Peak => Read("VmHWM:");

    public void ForgetPeak() => File.WriteAllText($"/proc/{process}/clear_refs", "5");

    private long Read(string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
