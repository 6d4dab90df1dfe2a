using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Filters;

/// <summary>Filters around attempts.</summary>
public sealed class AttemptFilterTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    private readonly FilterScript _script = new();

    [Fact]
    public async Task Outcomes_OfAllKinds_AreTold()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddAttemptFilter<ScriptedFilter>());
        _script.Attempt = async (attempt, next) =>
        {
            Assert.Null(attempt.Outcome);
            await next();
            _script.Notes.Add($"{attempt.Service}/{attempt.Handler} {attempt.Key} {attempt.InvocationId} {attempt.RetryCount} {attempt.JournalEntries} {attempt.Outcome} {attempt.Error?.Message}");
        };

        await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync();
        host.Script.Handler = static (_, _) => throw new TerminalException("no", 400);
        await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync();
        host.Script.Handler = static (_, _) => throw new IOException("down");
        await AttemptPeer.Start(host, JournalScript.Object() with { RetryCount = 3 }).FinishAsync();
        host.Script.Handler = static async (context, input) => $"{await context.CreateAwakeable<int>().Task}{input}";
        AttemptPeer.Start(host, JournalScript.Object(), isInputClosed: true).Take();
        var aborted = AttemptPeer.Start(host, JournalScript.Object());
        aborted.Abort();
        await aborted.WasGivenUpAsync();
        await AttemptPeer.Start(host, JournalScript.Object().With(WireFrame.Signal(17, "1"))).FinishAsync();

        Assert.Equal(
            [
                "Engine.Object/Run k inv_1test 0 1 Completed ",
                "Engine.Object/Run k inv_1test 0 1 Failed no",
                "Engine.Object/Run k inv_1test 3 1 Retried down",
                "Engine.Object/Run k inv_1test 0 1 Suspended ",
                "Engine.Object/Run k inv_1test 0 1 Aborted ",
                "Engine.Object/Run k inv_1test 0 2 Completed ",
            ],
            _script.Notes);
    }

    [Fact]
    public async Task AsyncLocal_OfAFilter_DoesNotReachTheHandler()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddAttemptFilter<ScriptedFilter>());
        _script.Attempt = static (_, next) =>
        {
            Ambient.Value = "set";
            return next();
        };
        host.Script.Handler = static (_, _) => Task.FromResult(Ambient.Value ?? "nothing");

        Assert.Equal(["OutputCommand value=\"nothing\"", "End"], await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync());
    }

    [Fact]
    public async Task FilterFails_BeforeTheAttempt_AttemptIsRetried()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddAttemptFilter<ScriptedFilter>());
        _script.Attempt = static (_, _) => throw new IOException("down");
        Assert.StartsWith("Error code=500 message=down", Assert.Single(await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync()), StringComparison.Ordinal);

        _script.Attempt = static (_, _) => Task.CompletedTask;
        Assert.StartsWith(
            "Error code=500 message=The filter Restate.Actors.Tests.Filters.ScriptedFilter did not call next(), so the attempt did not run.",
            Assert.Single(await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilterFails_AfterTheAttempt_OutcomeStandsAndAWarningIsLogged()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddAttemptFilter<ScriptedFilter>());
        _script.Attempt = static async (_, next) =>
        {
            await next();
            throw new IOException("down");
        };

        Assert.Equal(["OutputCommand value=\"in\"", "End"], await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync());
        Assert.Equal(["Warning: A filter of attempts failed after an attempt of Engine.Object/Run. The outcome of the attempt stands."], host.Log.Lines);
    }
}
