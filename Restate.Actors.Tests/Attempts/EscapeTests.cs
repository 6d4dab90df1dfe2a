using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>Code that leaves its turn scheduler, strict and lenient.</summary>
public sealed class EscapeTests
{
    private const string ForeignAwait =
        "[RSTA2003] Engine.Object/Run awaited something that is not durable: a task of another thread (HTTP, a database, Task.Delay without Time, Task.Run) "
        + "was awaited outside Run(...). Its outcome is not in the journal, so a replay could go another way. "
        + "Put it inside Run(\"name\", run => ...), or use the durable form, such as Task.Delay(delay, Time).";

    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task ForeignAwait_Strict_AttemptFails()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (_, _) => await _answer.Task;

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.Equal([$"Error code=500 message={ForeignAwait}"], await peer.FinishAsync());
        _answer.SetResult("late");
        Assert.Empty(peer.Take());
    }

    [Theory]
    [Capability("Hard cases", "Await of something foreign outside `Run`")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ForeignAwait_Lenient_GoesOnAndWarnsOnce(bool continueOnCapturedContext)
    {
        await using var host = new EngineHost(isStrict: false);
        host.Script.Handler = async (_, _) => await _answer.Task.ConfigureAwait(continueOnCapturedContext);
        var first = AttemptPeer.Start(host, JournalScript.Object() with { Key = "1" });
        var second = AttemptPeer.Start(host, JournalScript.Object() with { Key = "2" });
        Assert.Empty(first.Take());

        _answer.SetResult("answer");

        Assert.Equal(["OutputCommand value=\"answer\"", "End"], await first.FinishAsync());
        Assert.Equal(["OutputCommand value=\"answer\"", "End"], await second.FinishAsync());
        Assert.Equal([$"Warning: {ForeignAwait} It is allowed here, since escapes are only reported, but a replay may go another way."], host.Log.Lines);
    }

    [Fact]
    public async Task ForeignAwait_Lenient_InputEnds_IsNotSuspended()
    {
        await using var host = new EngineHost(isStrict: false);
        host.Script.Handler = async (_, _) => await _answer.Task;
        var peer = AttemptPeer.Start(host, JournalScript.Object(), isInputClosed: true);
        Assert.False(peer.Ended.IsCompleted);

        _answer.SetResult("answer");

        await peer.Ended.WaitAsync(AttemptPeer.Patience);
        Assert.Equal(["OutputCommand value=\"answer\"", "End"], peer.Take());
    }

    [Fact]
    [Capability("Hard cases", "`Task.Run` uses the actor")]
    public async Task TaskRun_UsesState_Strict_AttemptFails()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) => await Task.Run(async () =>
        {
            await _answer.Task;
            return $"{await context.States.Get<int>("n").GetAsync()}";
        });

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.Equal([$"Error code=500 message={ForeignAwait}"], await peer.FinishAsync());
        _answer.SetResult("");
    }

    [Fact]
    public async Task TaskRun_UsesState_Lenient_OperationThrows()
    {
        await using var host = new EngineHost(isStrict: false);
        host.Script.Handler = async (context, _) => await Task.Run(async () =>
        {
            await _answer.Task;
            var error = Assert.Throws<InvalidOperationException>(() => context.States.Get<int>("n").Clear());
            return error.Message;
        });
        var peer = AttemptPeer.Start(host, JournalScript.Object());

        _answer.SetResult("");

        var text = "[RSTA2004] State.Clear was used outside the turn scheduler of Engine.Object/Run. The code left it before: by Task.Run, by "
            + "ConfigureAwait(false) on a task that is not durable, or by a callback of another thread. Put such work inside Run(...), or await it with the context.";
        Assert.Equal([$"OutputCommand value=\"{text}\"", "End"], await peer.FinishAsync());
    }

    [Fact]
    public async Task DurableOperation_InsideRun_StepFails()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            await context.Run("charge", _ => context.Sleep(TimeSpan.FromSeconds(1)));
            return "";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        var error = (await peer.FinishAsync())[^1];
        Assert.StartsWith(
            "Error code=500 message=[RSTA2010] Sleep was used inside Run(\"charge\") of Engine.Object/Run. Inside a step nothing durable can be used; "
            + "do it before or after the step and hand the value in. stacktrace=",
            error,
            StringComparison.Ordinal);
        Assert.EndsWith("related_command_index=1 related_command_name=charge related_command_type=1041", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContextKeptInAStatic_UsedByAnotherInvocation_Throws()
    {
        await using var host = new EngineHost();
        IActorContext? kept = null;
        host.Script.Handler = (context, _) =>
        {
            kept ??= context;
            kept.States.Get<int>("n").Clear();
            return Task.FromResult("");
        };
        await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync();

        var messages = await AttemptPeer.Start(host, JournalScript.Object() with { Key = "other" }).FinishAsync();

        Assert.StartsWith(
            "Error code=500 message=[RSTA2011] State.Clear was used by another invocation than the one of Engine.Object/Run that it belongs to. "
            + "Do not keep proxies, state or contexts in static fields or in services that live longer than an attempt. stacktrace=",
            Assert.Single(messages),
            StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hard cases", "A proxy outlives its handler")]
    public async Task Proxy_UsedAfterTheEnd_Throws()
    {
        await using var host = new EngineHost();
        Actors.IGreeter? kept = null;
        host.Script.Handler = (context, input) =>
        {
            kept = context.Actors.GetActor<Actors.IGreeter>();
            return Task.FromResult(input);
        };
        await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => kept!.GreetAsync("x"));

        Assert.Equal(
            "[RSTA2011] Engine.Greeter/Greet was used after the attempt of Engine.Object/Run that it belongs to had ended. "
            + "Do not keep proxies, state or contexts in static fields or in services that live longer than an attempt, and await what the handler starts.",
            error.Message);
    }
}
