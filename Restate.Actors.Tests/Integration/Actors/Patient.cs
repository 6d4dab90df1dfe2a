using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Patient(Probe probe) : DurableService, IPatient
{
    public async Task WaitAsync(string topic, CancellationToken cancellationToken)
    {
        cancellationToken.Register(() => probe.Note($"{topic}/token"));
        probe.Note($"{topic}/waiting");
        await Sleep(TimeSpan.FromDays(1));
    }

    public Task WorkAsync(string topic) => Run("work", async run =>
    {
        probe.Note($"{topic}/waiting");
        try
        {
            await probe.PassAsync($"{topic}/gate", run.AttemptAborted);
        }
        catch (OperationCanceledException)
        {
            probe.Note($"{topic}/aborted");
            throw;
        }
    });

    public Task CallAsync(string topic) => Line.WaitForeverAsync(topic);

    public async Task<string> CompensateAsync(string topic)
    {
        var reserved = await Run("reserve", _ => 7);
        try
        {
            await Wait(topic);
            return "not cancelled";
        }
        catch (InvocationCancelledException)
        {
            var seen = CancellationToken.IsCancellationRequested;
            await Sleep(TimeSpan.FromMilliseconds(1));
            var answer = await Line.EchoAsync("still works");
            await Run("release", _ => probe.Note($"{topic}/released", $"{reserved}"));
            return $"compensated, token fired: {seen}, {answer}";
        }
    }

    public async Task<string> EndureTwiceAsync(string topic)
    {
        var cancellations = 0;
        while (cancellations < 2)
        {
            try
            {
                var awakeable = CreateAwakeable<string>();
                probe.Note($"{topic}/{cancellations}", awakeable.Id);
                await awakeable.Task;
            }
            catch (OperationCanceledException)
            {
                cancellations++;
            }
        }

        return $"cancelled {cancellations} times";
    }

    public async Task<IReadOnlyList<string>> WaitForManyAsync(string topic)
    {
        Task[] tasks = [Sleep(TimeSpan.FromDays(1)), CreateAwakeable<string>().Task, Signal<string>("never"), Task.Delay(TimeSpan.FromDays(1), Time, CancellationToken)];
        probe.Note($"{topic}/waiting");
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return [.. tasks.Select(task => task.IsCanceled ? "Canceled" : task.Exception!.InnerException!.GetType().Name)];
    }

    public async Task<string> WaitForFirstAsync(string topic, CancellationToken cancellationToken)
    {
        var awakeable = CreateAwakeable<string>().Task;
        var limit = Task.Delay(TimeSpan.FromDays(1), Time, cancellationToken);
        probe.Note($"{topic}/waiting");
        var first = await Task.WhenAny(awakeable, limit);
        await Sleep(TimeSpan.FromMilliseconds(1));
        return first == awakeable ? "awakeable" : "limit";
    }

    public async Task<string> FilterAsync(string topic, CancellationToken cancellationToken)
    {
        try
        {
            probe.Note($"{topic}/waiting");
            await Sleep(TimeSpan.FromDays(1)).ConfigureAwait(false);
            return "not cancelled";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Sleep(TimeSpan.FromMilliseconds(1));
            return "cancelled";
        }
    }

    public Task ThrowInCallbackAsync(string topic, CancellationToken cancellationToken)
    {
        cancellationToken.Register(() => throw new TerminalException("thrown by a callback", 418));
        return Wait(topic);
    }

    public async Task<string> KeepTimerAsync(string topic)
    {
        await Sleep(TimeSpan.Zero);
        var timer = Task.Delay(TimeSpan.FromMilliseconds(300), Time);
        await Run("flush", _ => probe.Note($"{topic}/waiting"));
        if (probe.Notes($"{topic}/blocked").Count == 0)
        {
            // The handler blocks its turn, so that the cancellation and the timer wait in the input.
            probe.Note($"{topic}/blocked");
#pragma warning disable VSTHRD002, RSTA2005
            probe.PassAsync($"{topic}/gate").GetAwaiter().GetResult();
#pragma warning restore VSTHRD002, RSTA2005
        }

        try
        {
            return await Line.WaitForeverAsync(topic);
        }
        catch (OperationCanceledException)
        {
            await timer;
            return "cancelled, and the timer fired";
        }
    }

    private ILine Line => Actors.GetActor<ILine>("patient");

    private async Task Wait(string topic)
    {
        probe.Note($"{topic}/waiting");
        await Sleep(TimeSpan.FromDays(1));
    }
}
