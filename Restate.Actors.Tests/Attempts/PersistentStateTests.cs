using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>State with the member names of Orleans, by constructor parameter and by member.</summary>
public sealed class PersistentStateTests
{
    private static JournalScript Journal => JournalScript.Of("Engine.Basket", "Add", "\"tea\"");

    [Fact]
    public async Task Add_NothingStored_NewValueIsWritten()
    {
        await using var host = Host();
        var peer = AttemptPeer.Start(host, Journal);

        Assert.Equal(
            [
                "GetEagerStateCommand key=basket void=void",
                "GetEagerStateCommand key=visits void=void",
                """SetStateCommand key=basket value={"items":["tea"]}""",
                "SetStateCommand key=visits value=1",
                "OutputCommand value=\"False 1 1\"",
                "End",
            ],
            await peer.FinishAsync());
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    public async Task Add_Stored_IsReadBeforeTheHandler()
    {
        await using var host = Host();

        var peer = AttemptPeer.Start(host, Journal with { State = [("basket", """{"items":["milk"]}"""), ("visits", "7")] });

        Assert.Equal("OutputCommand value=\"True 2 8\"", (await peer.FinishAsync())[^2]);
    }

    [Fact]
    [Capability("Soundness", "State with the member names of Orleans")]
    public async Task Add_StateIsOnTheServerOnly_IsWaitedFor()
    {
        await using var host = Host();
        var peer = AttemptPeer.Start(host, Journal with { IsPartial = true, State = [("visits", "7")] });

        Assert.Equal(["GetLazyStateCommand key=basket result_completion_id=1"], peer.Take());
        peer.Send(WireFrame.Completion(MessageType.GetLazyStateCompletion, 1, """{"items":["milk"]}"""));

        Assert.Equal("OutputCommand value=\"True 2 8\"", (await peer.FinishAsync())[^2]);
    }

    [Fact]
    public async Task Forget_NotWritten_ReadAgainGivesWhatIsStored()
    {
        await using var host = Host();

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Basket", "Forget", "\"x\"") with { State = [("basket", """{"items":["milk"]}""")] });

        var sent = await peer.FinishAsync();
        Assert.Equal("ClearStateCommand key=basket", sent[^3]);
        Assert.Equal("OutputCommand value=\"2 milk False 0\"", sent[^2]);
    }

    [Fact]
    public async Task Show_SharedHandlerWrites_IsRefused()
    {
        await using var host = Host();

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Basket", "Show", "\"x\""));

        Assert.Contains("OutputCommand failure=500:[RSTA3003] Engine.Basket/Show is a shared handler and used State.Set;", (await peer.FinishAsync())[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_GotInTheHandler_HasToBeReadFirst()
    {
        await using var host = Host();
        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Basket", "Late", "\"x\"") with { State = [("late", "5")] });

        Assert.Equal(
            "OutputCommand value=\"The state \\u0027late\\u0027 was used before it was read. Get it in the constructor of the actor, or await ReadStateAsync() first. 5\"",
            (await peer.FinishAsync())[^2]);
    }

    private static EngineHost Host() => new(static services => __Basket_Actor.AddTo(new RestateActorsBuilder(services)));
}
