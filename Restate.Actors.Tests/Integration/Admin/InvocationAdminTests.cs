using Restate.Actors.Admin;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Admin;

[Collection(RealServer.Name)]
public sealed class InvocationAdminTests(RestateServerFixture fixture) : AdminTest(fixture)
{
    private const string Unknown = "inv_1gBBQYWTK5Rd0qgtNLlCSF5d44JMhjbLy9";

    private string IdempotencyKey { get; } = $"it's {Guid.NewGuid():N}";

    private IInvocationAdmin Invocations => Admin.Invocations;

    [Fact]
    public async Task Get_Finished_AllThatIsKnown()
    {
        var handle = await Client.GetActor<ICashbox>(Key).Send(cashbox => cashbox.Add(5), new SendOptions { IdempotencyKey = IdempotencyKey });
        await handle.AttachAsync();
        var id = await handle.GetIdAsync();
        await BecomesAsync(id, InvocationStatus.Completed);

        var invocation = await Invocations.GetAsync(id);

        Assert.Equal(id, invocation.Id);
        Assert.Equal($"Cashbox/{Key}/Add", invocation.Target);
        Assert.Equal(("Cashbox", Key, "Add"), (invocation.Service, invocation.Key, invocation.Handler));
        Assert.Equal(ServiceKind.VirtualObject, invocation.Kind);
        Assert.Equal(InvocationStatus.Completed, invocation.Status);
        Assert.Equal(InvocationResult.Success, invocation.Result);
        Assert.Equal(InvocationSource.Ingress, invocation.InvokedBy);
        Assert.Equal(IdempotencyKey, invocation.IdempotencyKey);
        Assert.StartsWith("dp_", invocation.DeploymentId, StringComparison.Ordinal);
        Assert.True(invocation.ProtocolVersion >= 5);
        Assert.True(invocation.CreatedAt <= invocation.CompletedAt);
        Assert.Null(invocation.Scope);
    }

    [Fact]
    public async Task Get_Unknown_NotFound()
    {
        var error = await Assert.ThrowsAsync<InvocationNotFoundException>(() => Invocations.GetAsync(Unknown));

        Assert.Equal(Unknown, error.InvocationId);
    }

    [Fact]
    [Capability("Admin client", "Query invocations from code")]
    public async Task List_ByEachFilter_FindsOneOfTwo()
    {
        var actor = Client.GetActor<ICashbox>(Key);
        var held = await (await actor.Send(cashbox => cashbox.Hold())).GetIdAsync();
        await BecomesAsync(held, InvocationStatus.Running);
        var pending = await (await actor.Send(cashbox => cashbox.Add(1), new SendOptions { IdempotencyKey = IdempotencyKey })).GetIdAsync();
        await BecomesAsync(pending, InvocationStatus.Pending);
        var created = (await Invocations.GetAsync(pending)).CreatedAt;

        async Task<IReadOnlyList<string>> FindAsync(InvocationFilter filter) => [.. (await Invocations.ListAsync(filter)).Select(invocation => invocation.Id)];

        Assert.Equal([pending, held], await FindAsync(new InvocationFilter { Service = "Cashbox", Key = Key }));
        Assert.Equal([pending], await FindAsync(new InvocationFilter { Key = Key, Limit = 1 }));
        Assert.Equal([held], await FindAsync(new InvocationFilter { Key = Key, Handler = "Hold" }));
        Assert.Equal([pending], await FindAsync(new InvocationFilter { Target = $"Cashbox/{Key}/Add" }));
        Assert.Equal([held], await FindAsync(new InvocationFilter { Key = Key, Statuses = [InvocationStatus.Running, InvocationStatus.Suspended] }));
        Assert.Equal([pending], await FindAsync(new InvocationFilter { IdempotencyKey = IdempotencyKey }));
        Assert.Equal([pending], await FindAsync(new InvocationFilter { Key = Key, CreatedFrom = created }));
        Assert.Equal([held], await FindAsync(new InvocationFilter { Key = Key, CreatedBefore = created }));
        Assert.Empty(await FindAsync(new InvocationFilter { Key = Key, Scope = "none" }));

        await Invocations.KillAsync(held);
        await BecomesAsync(pending, InvocationStatus.Completed);
    }

    [Fact]
    [Capability("Admin client", "Cancel, kill from outside")]
    public async Task Cancel_BackingOffForAnHour_IsSeenNow()
    {
        var handle = await Client.GetActor<IWreck>().Send(wreck => wreck.FailThenWait(Key));
        var id = await handle.GetIdAsync();
        await BecomesAsync(id, InvocationStatus.BackingOff);

        await Invocations.CancelAsync(id);

        await AssertCancelledAsync(handle);
    }

    [Fact]
    public async Task Cancel_Paused_IsSeenNow()
    {
        var handle = await Client.GetActor<IWreck>().Send(wreck => wreck.FailThenWait(Key));
        var id = await handle.GetIdAsync();
        await BecomesAsync(id, InvocationStatus.BackingOff);
        await Invocations.PauseAsync(id);
        await BecomesAsync(id, InvocationStatus.Paused);

        await Invocations.CancelAsync(id);

        await AssertCancelledAsync(handle);
    }

    [Fact]
    public async Task Get_SentWithADelay_SaysWhenItIsDue()
    {
        var id = await (await Client.GetActor<ICashbox>(Key).Send(cashbox => cashbox.Add(1), new SendOptions { Delay = TimeSpan.FromDays(1) })).GetIdAsync();

        var info = await Invocations.GetAsync(id);

        Assert.Equal(InvocationStatus.Scheduled, info.Status);
        Assert.InRange(info.ScheduledStartAt!.Value - info.CreatedAt, TimeSpan.FromHours(23), TimeSpan.FromHours(25));
        await Invocations.KillAsync(id);
    }

    [Fact]
    public async Task Cancel_NotStarted_IsGone()
    {
        var id = await (await Client.GetActor<ICashbox>(Key).Send(cashbox => cashbox.Add(1), new SendOptions { Delay = TimeSpan.FromDays(1) })).GetIdAsync();

        await Invocations.CancelAsync(id);

        await Eventually.BecomesTrueAsync(async () => (await Invocations.ListAsync(new InvocationFilter { Key = Key })).Count == 0);
    }

    [Fact]
    public async Task CancelAndKill_Finished_NothingHappens()
    {
        var id = await FinishAsync();

        await Invocations.CancelAsync(id);
        await Invocations.KillAsync(id);

        Assert.Equal(InvocationResult.Success, (await Invocations.GetAsync(id)).Result);
    }

    [Fact]
    [Capability("Admin client", "Cancel, kill from outside")]
    public async Task Kill_Running_EndsWith409()
    {
        var handle = await Client.GetActor<ICashbox>(Key).Send(cashbox => cashbox.Hold());
        var id = await handle.GetIdAsync();
        await BecomesAsync(id, InvocationStatus.Running);

        await Invocations.KillAsync(id);

        var error = await Assert.ThrowsAsync<TerminalException>(() => handle.WaitAsync());
        Assert.Equal(409, error.Code);
        var invocation = await Invocations.GetAsync(id);
        Assert.Equal(InvocationResult.Failure, invocation.Result);
        Assert.Equal("[409] killed", invocation.CompletionFailure);
    }

    [Fact]
    public async Task Unknown_EachOperation_NotFound()
    {
        Func<Task>[] operations =
        [
            () => Invocations.CancelAsync(Unknown),
            () => Invocations.KillAsync(Unknown),
            () => Invocations.PurgeAsync(Unknown),
            () => Invocations.PurgeJournalAsync(Unknown),
            () => Invocations.PauseAsync(Unknown),
            () => Invocations.ResumeAsync(Unknown),
            () => Invocations.RestartAsNewAsync(Unknown),
        ];

        foreach (var operation in operations)
        {
            await Assert.ThrowsAsync<InvocationNotFoundException>(operation);
        }
    }

    [Fact]
    public async Task Purge_Running_ConflictAndFinished_Gone()
    {
        var held = await (await Client.GetActor<ICashbox>($"{Key}2").Send(cashbox => cashbox.Hold())).GetIdAsync();
        await BecomesAsync(held, InvocationStatus.Running);
        await Assert.ThrowsAsync<RestateConflictException>(() => Invocations.PurgeAsync(held));
        await Assert.ThrowsAsync<RestateConflictException>(() => Invocations.PurgeJournalAsync(held));
        await Invocations.KillAsync(held);
        var id = await FinishAsync();

        await Invocations.PurgeJournalAsync(id);
        await Assert.ThrowsAsync<RestateConflictException>(() => Invocations.RestartAsNewAsync(id));
        await Invocations.PurgeAsync(id);

        await Assert.ThrowsAsync<InvocationNotFoundException>(() => Client.GetInvocation<int>(id).PeekAsync());
        await Eventually.BecomesTrueAsync(async () => (await Invocations.ListAsync(new InvocationFilter { Key = Key })).Count == 0);
    }

    [Fact]
    public async Task PauseAndResume_BackingOff_GoesOn()
    {
        var handle = await Client.GetActor<IWreck>().Send(wreck => wreck.FailUntilRepaired(Key));
        var id = await handle.GetIdAsync();
        await BecomesAsync(id, InvocationStatus.BackingOff);
        var broken = await Invocations.GetAsync(id);

        await Invocations.PauseAsync(id);
        await BecomesAsync(id, InvocationStatus.Paused);
        Wreck.Repair(Key);
        await Invocations.ResumeAsync(id, DeploymentChoice.Keep);

        Assert.Equal("repaired", await handle.AttachAsync());
        Assert.Contains("broken still", broken.LastFailure, StringComparison.Ordinal);
        Assert.NotNull(broken.NextRetryAt);
        Assert.True(broken.RetryCount >= 1);
    }

    [Fact]
    public async Task Resume_Finished_Conflict()
    {
        var id = await FinishAsync();

        await Assert.ThrowsAsync<RestateConflictException>(() => Invocations.ResumeAsync(id));
        await Assert.ThrowsAsync<RestateConflictException>(() => Invocations.PauseAsync(id));
    }

    [Fact]
    public async Task RestartAsNew_Finished_RunsOnceMore()
    {
        var id = await FinishAsync();

        var again = await Invocations.RestartAsNewAsync(id, new RestartOptions { Deployment = DeploymentChoice.Latest });

        Assert.Equal(14, await Client.GetInvocation<int>(again).AttachAsync());
        Assert.Equal(id, (await Invocations.GetAsync(again)).RestartedFrom);
    }

    [Fact]
    public async Task RestartAsNew_RunningOrWorkflow_IsRefused()
    {
        var held = await (await Client.GetActor<ICashbox>(Key).Send(cashbox => cashbox.Hold())).GetIdAsync();
        await BecomesAsync(held, InvocationStatus.Running);
        var voyage = await Client.GetActor<IVoyage>(Key).Send(trip => trip.Run("Rome"));
        await voyage.AttachAsync();

        await Assert.ThrowsAsync<RestateConflictException>(() => Invocations.RestartAsNewAsync(held));
        var error = await Assert.ThrowsAsync<RestateBadRequestException>(async () => await Invocations.RestartAsNewAsync(await voyage.GetIdAsync()));

        Assert.Equal(422, error.StatusCode);
        await Invocations.KillAsync(held);
    }

    private static async Task AssertCancelledAsync(InvocationHandle handle)
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => handle.WaitAsync());
        Assert.Equal(409, error.Code);
        Assert.Equal("Cancelled", error.Message);
    }

    private async Task<string> FinishAsync()
    {
        var handle = await Client.GetActor<ICashbox>(Key).Send(cashbox => cashbox.Add(7));
        await handle.AttachAsync();
        var id = await handle.GetIdAsync();
        await BecomesAsync(id, InvocationStatus.Completed);
        return id;
    }
}
