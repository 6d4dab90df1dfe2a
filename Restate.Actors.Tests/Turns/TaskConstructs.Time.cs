using System.Threading.Channels;

#pragma warning disable VSTHRD100, VSTHRD101, VSTHRD110, VSTHRD002, VSTHRD011, CA2008, CA2016, CA2012, CA1849 // What users should not write is what is tried here.

namespace Restate.Actors.Tests.Turns;

internal static partial class TaskConstructs
{
    // Time and cancellation.
    private static IReadOnlyList<TaskConstruct> Time =>
    [
        Stays("Task.Delay with our TimeProvider", async run => await Task.Delay(TimeSpan.FromDays(1), run.Time)),
        Stays("Task.Delay with our TimeProvider, cancelled", async run =>
        {
            using var cancellation = new CancellationTokenSource();
            var delay = Task.Delay(TimeSpan.FromDays(1), run.Time, cancellation.Token);
            cancellation.Cancel();
            await CancelledAsync(delay);
            run.Probe();
        }),
        Throws("Task.Delay longer than 49.7 days", async run => await Task.Delay(TimeSpan.FromDays(50), run.Time)),
        Stays("WaitAsync with our TimeProvider, in time", async run => await run.Durable().WaitAsync(TimeSpan.FromDays(1), run.Time)),
        Stays("WaitAsync with our TimeProvider, timed out", async run =>
        {
            try
            {
                await ConstructRun.Never().WaitAsync(TimeSpan.FromDays(1), run.Time);
            }
            catch (TimeoutException)
            {
                await run.Durable();
            }
        }),
        Stays("WaitAsync with a token, cut short by Cancel", async run =>
        {
            using var cancellation = new CancellationTokenSource();
            var waiting = CancelledAsync(ConstructRun.Never().WaitAsync(cancellation.Token));
            await run.Durable();
            cancellation.Cancel();
            await waiting;
        }),
        Stays("CancellationTokenSource with our TimeProvider", async run =>
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromDays(1), run.Time);
            await CancelledAsync(ConstructRun.Never().WaitAsync(cancellation.Token));
            run.Probe();
        }),
        Stays("CancellationToken.Register", async run =>
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromDays(1), run.Time);
            var source = new TaskCompletionSource();
            await using var registration = cancellation.Token.Register(() =>
            {
                run.Probe();
                source.SetResult();
            });
            await source.Task;
        }),
        Stays("PeriodicTimer with our TimeProvider", async run =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromDays(1), run.Time);
            for (var i = 0; i < 3; i++)
            {
                await timer.WaitForNextTickAsync();
                run.Probe();
            }
        }),
        MayEscape("CancellationTokenSource.CancelAsync", async run =>
        {
            using var cancellation = new CancellationTokenSource();
            var waiting = CancelledAsync(ConstructRun.Never().WaitAsync(cancellation.Token));
            await cancellation.CancelAsync();
            await waiting;
        }),
        MayEscape("Task.Delay on the clock of the system", async run =>
        {
            await Task.Delay(1);
            await run.Durable();
        }),
    ];

    // Gates and channels.
    private static IReadOnlyList<TaskConstruct> Gates =>
    [
        Stays("SemaphoreSlim.WaitAsync()", async run =>
        {
            using var gate = new SemaphoreSlim(0);
            var waiting = WaitAsync(run, gate);
            await run.Durable();
            gate.Release();
            await waiting;
        }),
        Escapes("SemaphoreSlim.WaitAsync(token)", async run =>
        {
            using var gate = new SemaphoreSlim(0);
            using var cancellation = new CancellationTokenSource();
            var waiting = WaitAsync(run, gate.WaitAsync(cancellation.Token));
            await run.Durable();
            gate.Release();
            await waiting;
        }),
        Escapes("SemaphoreSlim.WaitAsync() in Task.WhenAll", async run =>
        {
            using var gate = new SemaphoreSlim(0);
            var waiting = WaitAsync(run, Task.WhenAll(gate.WaitAsync(), run.Durable()));
            await run.Durable();
            gate.Release();
            await waiting;
        }),
        Stays("Channel ReadAsync", async run =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var writing = WriteAsync(run, channel.Writer);
            await channel.Reader.ReadAsync();
            run.Probe();
            await writing;
        }),
        Stays("Channel WaitToReadAsync", async run =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var writing = WriteAsync(run, channel.Writer);
            while (await channel.Reader.WaitToReadAsync())
            {
                run.Probe();
                channel.Reader.TryRead(out _);
            }

            await writing;
        }),
        Stays("Channel WriteAsync, bounded", async run =>
        {
            var channel = Channel.CreateBounded<int>(1);
            var writing = WriteAsync(run, channel.Writer);
            await run.Durable();
            while (await channel.Reader.WaitToReadAsync())
            {
                channel.Reader.TryRead(out _);
                await run.Durable();
            }

            await writing;
        }),
        Escapes("Channel ReadAsync().AsTask() in Task.WhenAll", async run =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var reading = WaitAsync(run, Task.WhenAll(channel.Reader.ReadAsync().AsTask(), run.Durable()));
            await WriteAsync(run, channel.Writer);
            await reading;
        }),
        Escapes("Channel ReadAllAsync", async run =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var writing = WriteAsync(run, channel.Writer);
            await foreach (var _ in channel.Reader.ReadAllAsync())
            {
                run.Probe();
            }

            await writing;
        }),
    ];
}
