using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>State that is written when the handler succeeds, where single methods say so.</summary>
public sealed class SaveOnSuccessTests
{
    [Fact]
    public async Task Method_Fails_NothingIsWritten()
    {
        Assert.Equal(["OutputCommand failure=418:no", "End"], await RunAsync("Saving", fail: true));
    }

    [Fact]
    public async Task Method_Succeeds_WrittenBeforeTheResult()
    {
        Assert.Equal(["SetStateCommand key=n value=1", "OutputCommand value=\"ok\"", "End"], await RunAsync("Saving", fail: false));
    }

    [Fact]
    public async Task OtherMethodOfTheClass_Fails_WritesAreThere()
    {
        Assert.Equal(["SetStateCommand key=n value=1", "OutputCommand failure=418:no", "End"], await RunAsync("Plain", fail: true));
    }

    private static async Task<string[]> RunAsync(string handler, bool fail)
    {
        await using var host = new EngineHost(ScriptedModes.AddTo);
        host.Script.Handler = (context, _) =>
        {
            context.States.Get<int>("n").Set(1);
            return fail ? throw new TerminalException("no", 418) : Task.FromResult("ok");
        };
        return await AttemptPeer.Start(host, JournalScript.Of("Engine.Modes", handler, "\"in\"")).FinishAsync();
    }
}
