using Restate.Actors.Benchmarks.Driver;
using Restate.Actors.Benchmarks.Driver.Closing;
using Restate.Actors.Benchmarks.Driver.Cpu;
using Restate.Actors.Benchmarks.Driver.Memory;
using Restate.Actors.Benchmarks.Driver.RealServer;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.StartUp;

var sections = new (string Name, Func<Settings, Report, Task> RunAsync)[]
{
    ("cpu", CpuSection.RunAsync),
    ("close", CloseSection.RunAsync),
    ("memory", MemorySection.RunAsync),
    ("waiting", WaitingSection.RunAsync),
    ("warm", WarmSection.RunAsync),
    ("start", StartUpSection.RunAsync),
    ("server", ServerSection.RunAsync),
};
var settings = Settings.Parse(args);
if (settings.Sections.Except(sections.Select(section => section.Name)).FirstOrDefault() is { } unknown)
{
    throw new ArgumentException($"There is no part '{unknown}'.\n{Settings.Usage}");
}

var report = new Report();
foreach (var (name, run) in sections)
{
    if (settings.Sections.Count == 0 || settings.Sections.Contains(name))
    {
        await run(settings, report);
    }
}

report.End();
