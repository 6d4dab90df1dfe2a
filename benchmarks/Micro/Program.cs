using BenchmarkDotNet.Running;
using Restate.Actors.Benchmarks.Micro;

switch (args)
{
    case ["loop", var scenario, var seconds]:
        await Loop.RunAsync(scenario, int.Parse(seconds, null));
        break;
    case ["allocations", var scenario, var seconds]:
        await Allocations.RunAsync(scenario, int.Parse(seconds, null));
        break;
    case ["tables"]:
        Tables.Run();
        await Resumptions.RunAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(AttemptBenchmarks).Assembly).Run(args);
        break;
}
