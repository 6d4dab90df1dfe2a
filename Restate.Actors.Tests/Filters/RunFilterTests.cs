using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Filters;

/// <summary>Filters around the execution of durable steps.</summary>
public sealed class RunFilterTests
{
    private readonly FilterScript _script = new();

    [Fact]
    [Capability("Hooks", "Around run")]
    public async Task Run_Executed_FiltersSurroundItAndReplaysDoNotRunThem()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddRunFilter<ScriptedFilter>().AddRunFilter<InnerFilter>());
        _script.Run = async (step, next) =>
        {
            _script.Notes.Add($"{step.Service}/{step.Handler} {step.Key} {step.Name} {step.Run.InvocationId}");
            await next();
            _script.Notes.Add("outer out");
        };
        host.Script.Handler = async (context, _) => await context.Run("s", _ => Task.FromResult("done"));

        var peer = AttemptPeer.Start(host, JournalScript.Object());
        await peer.NextAsync("ProposeRunCompletion result_completion_id=1 value=\"done\"");
        peer.Send(WireFrame.Completion(MessageType.RunCompletion, 1, "\"done\""));

        Assert.Equal(["OutputCommand value=\"done\"", "End"], await peer.FinishAsync());
        Assert.Equal(["Engine.Object/Run k s inv_1test", "inner in", "inner out", "outer out"], _script.Notes);
        await peer.Retry().FinishAsync();
        Assert.Equal(4, _script.Notes.Count);
    }

    [Fact]
    public async Task Run_FilterRefuses_TerminalErrorIsTheResult()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddRunFilter<ScriptedFilter>());
        _script.Run = static (_, _) => throw new TerminalException("closed", 409);
        host.Script.Handler = async (context, _) => await context.Run("s", _ => Task.FromResult("done"));

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        await peer.NextAsync("ProposeRunCompletion result_completion_id=1 failure=409:closed");
    }

    [Fact]
    public async Task Run_FilterDoesNotCallNext_AttemptFails()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddRunFilter<ScriptedFilter>());
        _script.Run = static (_, _) => Task.CompletedTask;
        host.Script.Handler = async (context, _) => await context.Run("s", _ => Task.FromResult("done"));

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.StartsWith(
            "Error code=500 message=The filter Restate.Actors.Tests.Filters.ScriptedFilter did not call next(), so the step 's' has no result.",
            (await peer.FinishAsync())[^1], StringComparison.Ordinal);
    }
}
