namespace Restate.Actors.Tests.Integration.Settings;

[Actor("Hidden")]
public interface IHidden : IDurableService
{
    Task<int> Answer(int question);
}

[Actor("Front")]
public interface IFront : IDurableService
{
    Task<int> Ask(int question);
}

[Actor("Doomed")]
public interface IDoomed : IDurableService
{
    Task Fail();
}

[ActorOptions(IngressPrivate = true)]
public sealed class Hidden : DurableService, IHidden
{
    public Task<int> Answer(int question) => Task.FromResult(question + 1);
}

public sealed class Front : DurableService, IFront
{
    public Task<int> Ask(int question) => Actors.GetActor<IHidden>().Answer(question);
}

[ActorOptions(RetryInitialInterval = "00:00:00.01", RetryMaxAttempts = 2, OnMaxAttempts = OnMaxAttempts.Kill)]
public sealed class Doomed : DurableService, IDoomed
{
    private static int _attempts;

#pragma warning disable RSTA2015 // Each attempt fails with a text of its own.
    public Task Fail() => throw new InvalidOperationException($"attempt {Interlocked.Increment(ref _attempts)}");
#pragma warning restore RSTA2015
}
