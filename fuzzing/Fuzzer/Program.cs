using System.Diagnostics;
using System.Globalization;
using Restate.Actors.Fuzzing;
using Restate.Actors.Fuzzing.Campaigns;
using Restate.Actors.Fuzzing.Targets;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
FuzzOptions options;
try
{
    options = FuzzOptions.Parse(args);
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

using var targets = new FuzzTargets();
if (options.Replay is { } file)
{
    var failure = await Campaign.TryAsync(targets.Find(FailureFiles.TargetOf(file)), await File.ReadAllBytesAsync(file));
    Console.WriteLine(failure?.ToString() ?? "The input does no harm.");
    return failure is null ? 0 : 1;
}

var defects = 0;
foreach (var target in options.Targets.Select(targets.Find))
{
    Console.WriteLine($"{target.Name}: seed {options.Seed}, {target.Seeds.Count} inputs to start from");
    var report = await new Campaign(target, options.Seed) { Progress = Console.WriteLine }.RunAsync(options.Units, options.Time);
    Console.WriteLine(report);
    foreach (var (error, count) in report.Errors)
    {
        Console.WriteLine($"    {count,9:N0}  {error}");
    }

    foreach (var defect in report.Defects)
    {
        Console.WriteLine($"  DEFECT {FailureFiles.Save(options.Failures, target.Name, defect)}: {defect.Text}");
        defects++;
    }
}

Console.WriteLine($"{defects} defects. Peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024):N0} MiB.");
return defects == 0 ? 0 : 1;
