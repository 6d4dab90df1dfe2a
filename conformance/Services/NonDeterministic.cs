using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Conformance.Services;

[Actor("NonDeterministic")]
public interface INonDeterministic : IVirtualObject
{
    [Exclusive, Handler("eitherSleepOrCall")]
    Task EitherSleepOrCall();

    [Exclusive, Handler("callDifferentMethod")]
    Task CallDifferentMethod();

    [Exclusive, Handler("backgroundInvokeWithDifferentTargets")]
    Task BackgroundInvokeWithDifferentTargets();

    [Exclusive, Handler("setDifferentKey")]
    Task SetDifferentKey();
}

/// <summary>Breaks determinism on purpose: which way an attempt goes depends on how many there were in this process.</summary>
[SuppressMessage("Restate.Determinism", "RSTA2015", Justification = "The suite asks for handlers that count their attempts in this process.")]
public sealed class NonDeterministic : VirtualObject, INonDeterministic
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(100);
    private static readonly ConcurrentDictionary<string, int> Attempts = new();

    private ICounter Target => Actors.GetActor<ICounter>("abc");

    public async Task EitherSleepOrCall()
    {
        await (GoesLeft() ? Sleep(Nap) : Target.Get());
        await SleepThenIncrement();
    }

    public async Task CallDifferentMethod()
    {
        await (GoesLeft() ? Target.Get() : Target.Reset());
        await SleepThenIncrement();
    }

    public async Task BackgroundInvokeWithDifferentTargets()
    {
        await (GoesLeft() ? Target.Send(counter => counter.Get()) : (Task)Target.Send(counter => counter.Reset()));
        await SleepThenIncrement();
    }

    public async Task SetDifferentKey()
    {
        State<string>(GoesLeft() ? "a" : "b").Set("my-state");
        await SleepThenIncrement();
    }

    private bool GoesLeft() => Attempts.AddOrUpdate(Key, 1, static (_, count) => count + 1) % 2 == 1;

    private async Task SleepThenIncrement()
    {
        await Sleep(Nap);
        await Actors.GetActor<ICounter>(Key).Send(counter => counter.Add(1));
    }
}
