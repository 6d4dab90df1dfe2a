using BenchmarkDotNet.Running;
using Restate.Actors.Benchmarks.Micro;

if (args is ["loop", var scenario, var seconds])
{
    await Loop.RunAsync(scenario, int.Parse(seconds, null));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(AttemptBenchmarks).Assembly).Run(args);
