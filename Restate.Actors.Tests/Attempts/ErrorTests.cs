using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>What becomes of exceptions: a terminal failure that ends the invocation, or an error after which the server tries again.</summary>
public sealed class ErrorTests
{
    private const string Key = "0189a1b2-0000-0000-0000-00000000000a";

    [Theory]
    [InlineData(ServiceProtocolVersion.V5, "OutputCommand failure=409:no")]
    [InlineData(ServiceProtocolVersion.V6, "OutputCommand failure=409:no {why=because}")]
    internal async Task Terminal_WithMetadata_SentWhereTheVersionHasThem(ServiceProtocolVersion version, string output)
    {
        var messages = await RunAsync(
            (_, _) => throw new TerminalException("no", 409, new Dictionary<string, string> { ["why"] = "because" }),
            JournalScript.Basic() with { Version = version });

        Assert.Equal([output, "End"], messages);
    }

    [Fact]
    public async Task Terminal_MetadataWithoutAValue_EmptyText()
    {
        var messages = await RunAsync((_, _) => throw new TerminalException("no", 409, new Dictionary<string, string> { ["why"] = null! }));

        Assert.Equal(["OutputCommand failure=409:no {why=}", "End"], messages);
    }

    [Theory]
    [InlineData(typeof(TimeoutException), "OutputCommand failure=408:The operation has timed out.")]
    [InlineData(typeof(OperationCanceledException), "OutputCommand failure=409:The operation was canceled.")]
    public async Task DeterministicFailures_WouldComeAgain_AreTerminal(Type type, string output)
    {
        var messages = await RunAsync((_, _) => throw (Exception)Activator.CreateInstance(type)!);

        Assert.Equal([output, "End"], messages);
    }

    [Fact]
    public async Task OtherException_ServerTriesAgain_WithStackTrace()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            await context.Run("ok", _ => Task.CompletedTask);
            throw new InvalidDataException("broken");
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        await peer.NextAsync();
        peer.Send(WireFrame.Completion(MessageType.RunCompletion, 1, ""));

        var error = (await peer.FinishAsync())[^1];
        Assert.StartsWith("Error code=500 message=broken stacktrace=System.IO.InvalidDataException: broken\n   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("related_command", error, StringComparison.Ordinal);
        Assert.Equal(["Warning: Attempt of Engine.Basic/Run, invocation inv_1test, failed and may be retried: broken"], host.Log.Lines);
    }

    [Fact]
    public async Task ExceptionThatCannotBeRead_ServerTriesAgain()
    {
        var messages = await RunAsync((_, _) => throw new UnreadableException());

        Assert.StartsWith("Error code=500 message=Restate.Actors.Tests.Attempts.ErrorTests+UnreadableException, which cannot be described", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_IsNoJsonOfTheType_IsTerminal()
    {
        var messages = await RunAsync(journal: JournalScript.Of("Engine.Picky", "Number", "\"x\"") with { Key = Key });

        Assert.StartsWith("OutputCommand failure=400:The input of Engine.Picky/Number cannot be read: ", messages[0], StringComparison.Ordinal);
        Assert.Equal("End", messages[1]);
    }

    [Fact]
    public async Task Input_LacksAParameter_IsTerminal()
    {
        var messages = await RunAsync(journal: JournalScript.Of("Engine.Picky", "Sum", "{\"first\":1}") with { Key = Key });

        Assert.StartsWith("OutputCommand failure=400:The input of Engine.Picky/Sum cannot be read: ", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_IsNotCanonical_IsTerminal()
    {
        var messages = await RunAsync(journal: JournalScript.Of("Engine.Picky", "Number", "1") with { Key = Key.ToUpperInvariant() });

        Assert.StartsWith("OutputCommand failure=400:The key of Engine.Picky is not a Guid in its canonical form", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_CannotBeWritten_IsTerminal()
    {
        var messages = await RunAsync(journal: JournalScript.Of("Engine.Picky", "Stubborn", "") with { Key = Key });

        Assert.StartsWith(
            "OutputCommand failure=500:The result of Engine.Picky/Stubborn of type Restate.Actors.Tests.Attempts.Actors.Stubborn cannot be serialized: I am not written.",
            messages[0],
            StringComparison.Ordinal);
        Assert.Equal("End", messages[1]);
    }

    [Fact]
    public async Task StateValue_CannotBeWritten_IsTerminal()
    {
        var messages = await RunAsync((context, _) =>
        {
            context.States.Get<Actors.Stubborn>("s").Set(new Actors.Stubborn());
            return Task.FromResult("");
        });

        Assert.StartsWith("OutputCommand failure=500:The state 's' of type ", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task StateValue_CannotBeRead_IsTerminal()
    {
        var messages = await RunAsync(
            async (context, _) => $"{await context.States.Get<int>("s").GetAsync()}", JournalScript.Object() with { State = [("s", "\"x\"")] });

        Assert.StartsWith("OutputCommand failure=500:The state 's' cannot be read as System.Int32: ", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task StateOfASharedHandler_IsWritten_IsTerminal()
    {
        var messages = await RunAsync(
            (context, _) =>
            {
                context.States.Get<int>("s").Set(1);
                return Task.FromResult("");
            },
            JournalScript.Object() with { Handler = "Look" });

        Assert.Equal(
            [
                "OutputCommand failure=500:[RSTA3003] Engine.Object/Look is a shared handler and used State.Set; it can only read. Make it [Exclusive] to write.",
                "End",
            ],
            messages);
    }

    [Fact]
    public async Task StepResult_CannotBeWritten_IsATerminalResultOfTheStep()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            await context.Run("s", _ => Task.FromResult(new Actors.Stubborn()));
            return "";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        var proposal = (await NextAsync(peer, 2))[1];
        Assert.StartsWith(
            "ProposeRunCompletion result_completion_id=1 failure=500:The result of the step 's' of type Restate.Actors.Tests.Attempts.Actors.Stubborn "
            + "cannot be serialized: I am not written.",
            proposal,
            StringComparison.Ordinal);
        peer.Send(WireFrame.FailedCompletion(MessageType.RunCompletion, 1, 500, "not written"));
        Assert.Equal(["OutputCommand failure=500:not written", "End"], await peer.FinishAsync());
    }

    [Fact]
    public async Task CallResult_CannotBeRead_IsTerminal()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) => $"{await context.Actors.GetActor<Actors.ICounter>("c").AddAsync(1)}";
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Take();

        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "\"x\""));

        Assert.StartsWith(
            "OutputCommand failure=500:The result of Engine.Counter/Add cannot be read as System.Int64: ", (await peer.FinishAsync())[0], StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hard cases", "Constructor or injection fails")]
    public async Task Constructor_Fails_ServerTriesAgain()
    {
        await using var host = new EngineHost();
        host.Script.Construction = () => throw new InvalidOperationException("no connection string");

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.StartsWith("Error code=500 message=no connection string stacktrace=", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Activation_Fails_CountsAsTheHandler(bool isAsynchronous)
    {
        await using var host = new EngineHost();
        host.Script.Activation = async context =>
        {
            if (isAsynchronous)
            {
                await context.Sleep(TimeSpan.FromSeconds(1));
            }

            throw new TerminalException("not now", 503);
        };

        var peer = AttemptPeer.Start(host, JournalScript.Object());
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1));

        Assert.Equal(["OutputCommand failure=503:not now", "End"], (await peer.FinishAsync())[^2..]);
    }

    [Fact]
    public async Task Activation_UsesDurableOperations_TheyAreReplayed()
    {
        await using var host = new EngineHost();
        List<string> seen = [];
        host.Script.Activation = async context => seen.Add($"{await context.States.Get<int>("n").GetAsync(1)}");
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.FromSeconds(1));
            return input;
        };

        var peer = AttemptPeer.Start(host, JournalScript.Object(), isInputClosed: true);
        Assert.Equal("GetEagerStateCommand key=n void=void", peer.Take()[0]);
        Assert.Equal("Suspension waiting_completions=[2] waiting_signals=[1]", peer.Retry(isInputClosed: true).Take()[0]);

        Assert.Equal(["1", "1"], seen);
    }

    [Fact]
    [Capability("Hard cases", "`async void` throws")]
    public async Task AsyncVoid_Throws_FailsTheAttempt()
    {
        await using var host = new EngineHost();
#pragma warning disable VSTHRD100 // That is what is tested.
        static async void Fire(IActorContext context)
#pragma warning restore VSTHRD100
        {
            await context.Sleep(TimeSpan.FromSeconds(1));
            throw new InvalidOperationException("nobody awaits me");
        }

        host.Script.Handler = async (context, input) =>
        {
            Fire(context);
            await context.Sleep(TimeSpan.FromSeconds(2));
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Take();

        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1));

        Assert.StartsWith("Error code=500 message=nobody awaits me", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimerCallback_Throws_FailsTheAttempt()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await using var timer = context.Time.CreateTimer(
                _ => throw new InvalidOperationException("tick"), state: null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            await context.Sleep(TimeSpan.FromSeconds(2));
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Take();

        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1));

        Assert.StartsWith("Error code=500 message=tick", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }

    private static async Task<string[]> RunAsync(Func<IActorContext, string, Task<string>>? handler = null, JournalScript? journal = null)
    {
        await using var host = new EngineHost();
        host.Script.Handler = handler ?? host.Script.Handler;
        return await AttemptPeer.Start(host, journal ?? JournalScript.Object()).FinishAsync();
    }

    private static async Task<string[]> NextAsync(AttemptPeer peer, int count)
    {
        List<string> taken = [];
        while (taken.Count < count)
        {
            taken.AddRange(await peer.NextAsync());
        }

        return [.. taken];
    }

#pragma warning disable CA1032, CA1064 // Only its message matters.
    private sealed class UnreadableException : Exception
    {
        public override string Message => throw new NotSupportedException();
    }
#pragma warning restore CA1032, CA1064
}
