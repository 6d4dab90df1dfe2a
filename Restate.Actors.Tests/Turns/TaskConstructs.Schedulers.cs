using System.Globalization;
using System.Text;

#pragma warning disable VSTHRD100, VSTHRD101, VSTHRD110, VSTHRD002, VSTHRD011, CA2008, CA2016, CA2012, CA1849 // What users should not write is what is tried here.

namespace Restate.Actors.Tests.Turns;

internal static partial class TaskConstructs
{
    // Task schedulers.
    private static IReadOnlyList<TaskConstruct> Schedulers =>
    [
        Stays("Task.Factory.StartNew", async run => await Task.Factory.StartNew(() => run.Probe())),
        Stays("Task.Factory.StartNew, Unwrap", async run => await Task.Factory.StartNew(() => NestAsync(run, depth: 2)).Unwrap()),
        Stays("Task.Factory.StartNew after a durable await", async run =>
        {
            await run.Durable();
            await Task.Factory.StartNew(() => run.Probe());
        }),
        Stays("Task.Factory.StartNew after an async method", async run =>
        {
            await NestAsync(run, depth: 3);
            await Task.Factory.StartNew(() => run.Probe());
        }),
        Stays("Task.Factory.StartNew after Task.WhenAll of async methods", async run =>
        {
            await Task.WhenAll(NestAsync(run, depth: 3), NestAsync(run, depth: 1));
            await Task.Factory.StartNew(() => run.Probe());
        }),
        Stays("Task.Factory.StartNew, LongRunning", async run =>
            await Task.Factory.StartNew(() => run.Probe(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Current)),
        Stays("Task.Factory.StartNew, child attached to its parent", async run =>
            await Task.Factory.StartNew(() => _ = Task.Factory.StartNew(() => run.Probe(), TaskCreationOptions.AttachedToParent))),
        Stays("Task.Factory.StartNew on TaskScheduler.FromCurrentSynchronizationContext", async run =>
        {
            var here = TaskScheduler.FromCurrentSynchronizationContext();
            await run.Durable();
            await Task.Factory.StartNew(() => run.Probe(), CancellationToken.None, TaskCreationOptions.None, here);
        }),
        Stays("Task.Start and RunSynchronously", async run =>
        {
            var started = new Task(() => run.Probe());
            started.Start();
            await started;
            new Task(() => run.Probe()).RunSynchronously();
            await run.Durable();
        }),
        Stays("Task.Wait for a task that waits for its turn", async run =>
        {
            Task.Factory.StartNew(() => run.Probe()).Wait();
            await run.Durable();
        }),
        Stays("ContinueWith", async run => await run.Durable().ContinueWith(_ => run.Probe())),
        Stays("ContinueWith, Unwrap", async run => await run.Durable().ContinueWith(_ => NestAsync(run, depth: 2)).Unwrap()),
        Stays("ContinueWith, ExecuteSynchronously", async run =>
            await run.Durable().ContinueWith(_ => run.Probe(), TaskContinuationOptions.ExecuteSynchronously)),
        Stays("ContinueWith after a durable await", async run =>
        {
            await run.Durable();
            await run.Durable().ContinueWith(_ => run.Probe());
        }),
        Stays("ContinueWith after an async method", async run =>
        {
            await NestAsync(run, depth: 3);
            await run.Durable().ContinueWith(_ => run.Probe());
        }),
        Stays("Task.Factory.ContinueWhenAll", async run =>
            await Task.Factory.ContinueWhenAll([run.Durable(), run.Durable()], _ => run.Probe())),
        Escapes("ContinueWith on TaskScheduler.Default", async run => await run.Durable().ContinueWith(
            _ =>
            {
                run.UntilIdle();
                run.Probe();
            },
            TaskScheduler.Default)),
        Stays("Parallel.ForEachAsync on TaskScheduler.Current", async run => await Parallel.ForEachAsync(
            Enumerable.Range(0, 5),
            new ParallelOptions { TaskScheduler = TaskScheduler.Current },
            async (item, _) =>
            {
                run.Probe(item.ToString(CultureInfo.InvariantCulture));
                await run.Durable();
                run.Probe(item.ToString(CultureInfo.InvariantCulture));
            })),
        Escapes("Parallel.ForEachAsync", async run => await Parallel.ForEachAsync(Enumerable.Range(0, 5), async (_, _) =>
        {
            run.Probe();
            await Task.CompletedTask;
            run.UntilIdle();
        })),
        Escapes("Task.Run", async run => await Task.Run(() =>
        {
            run.UntilIdle();
            run.Probe();
        })),
        Escapes("Task.Run with a durable call inside", async run => await Task.Run(async () => await run.Durable())),
        Unseen("Task.Run that has ended before the await", async run =>
        {
            var elsewhere = Task.Run(() => run.Probe());
            SpinWait.SpinUntil(() => elsewhere.IsCompleted);
            await elsewhere;
            await run.Durable();
        }),
        MayEscape("I/O", async run =>
        {
            var path = Path.GetTempFileName();
            await File.WriteAllTextAsync(path, "text");
            await File.ReadAllTextAsync(path);
            File.Delete(path);
        }),
        Stays("streams in memory", async run =>
        {
            using var reader = new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes("text")));
            await reader.ReadToEndAsync();
            run.Probe();
            await run.Durable();
        }),
        Stays("Progress<T>", async run =>
        {
            var source = new TaskCompletionSource();
            IProgress<int> progress = new Progress<int>(_ =>
            {
                run.Probe();
                source.SetResult();
            });
            await run.Durable();
            progress.Report(1);
            await source.Task;
        }),
    ];
}
