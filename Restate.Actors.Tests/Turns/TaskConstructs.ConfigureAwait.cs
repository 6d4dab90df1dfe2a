#pragma warning disable VSTHRD100, VSTHRD101, VSTHRD110, VSTHRD002, VSTHRD011, CA2008, CA2016, CA2012, CA1849 // What users should not write is what is tried here.

namespace Restate.Actors.Tests.Turns;

internal static partial class TaskConstructs
{
    // ConfigureAwait(false).
    private static IReadOnlyList<TaskConstruct> Uncaptured =>
    [
        Stays("ConfigureAwait(false) on a durable task", async run =>
        {
            await run.Durable().ConfigureAwait(false);
            run.Probe();
            await run.Durable();
            run.Probe();
            await run.Durable().ConfigureAwait(false);
        }),
        Stays("ConfigureAwait(false) in a library", async run =>
        {
            await LibraryAsync(run, depth: 1);
            run.Probe();
            await run.Durable();
        }),
        Stays("ConfigureAwait(false) in a library, nested", async run =>
        {
            await LibraryAsync(run, depth: 4);
            run.Probe();
            await run.Durable();
        }),
        Stays("ConfigureAwait(false) on Task.WhenAll and Task.WhenAny", async run =>
        {
            await Task.WhenAll(run.Durable(), run.Durable()).ConfigureAwait(false);
            run.Probe();
            await Task.WhenAny(run.Durable(), run.Durable()).ConfigureAwait(false);
        }),
        Stays("ConfigureAwait(false) in a library, then StartNew by its caller", async run =>
        {
            await LibraryAsync(run, depth: 2);
            await Task.Factory.StartNew(() => run.Probe());
        }),
        Stays("ConfigureAwait(false) by the first of several awaits of one durable task", async run =>
        {
            var shared = run.Durable();
            await Task.WhenAll(UncapturedAsync(run, shared), WaitAsync(run, shared));
        }),
        Escapes("ConfigureAwait(false) by a later one of several awaits of one durable task", async run =>
        {
            var shared = run.Durable();
            await Task.WhenAll(WaitAsync(run, shared), UncapturedAsync(run, shared));
        }),
        Escapes("ConfigureAwait(false) on an async method of the user", async run =>
        {
            await NestAsync(run, depth: 1).ConfigureAwait(false);
            await run.Durable();
        }),
        Escapes("ConfigureAwait(false) on an own completion source", async run =>
        {
            var source = new TaskCompletionSource();
            var waiting = UncapturedAsync(run, source.Task);
            await run.Durable();
            source.SetResult();
            await waiting;
        }),
        Escapes("ConfigureAwait(false), then Task.Yield", async run =>
        {
            await run.Durable().ConfigureAwait(false);
            await Task.Yield();
            await run.Durable();
        }),
        Escapes("ConfigureAwait(false), then Task.Factory.StartNew", async run =>
        {
            await run.Durable().ConfigureAwait(false);
            await Task.Factory.StartNew(() => run.UntilIdle());
        }),
        Escapes("ConfigureAwait(ForceYielding) on a task that has ended", async run =>
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await run.Durable();
        }),
        Stays("ConfigureAwait(ForceYielding | ContinueOnCapturedContext) on a task that has ended", async run =>
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext);
            run.Probe();
            await run.Durable();
        }),
        Escapes("own completion source awaited and completed in one turn, then Task.Factory.StartNew", async run =>
        {
            var source = new TaskCompletionSource();
            var waiting = StartNewAfterAsync(run, source.Task);
            source.SetResult();
            await waiting;
        }),
    ];
}
