using Approval;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using Xunit;

namespace Samples.Tests.Approval;

/// <summary>People who answer, late or never.</summary>
public sealed class ExpensesTests
{
    private static readonly Expense Desk = new("anna", "a desk", 480m);

    [Fact]
    public async Task Submit_SmallAmount_IsApprovedAndAsksNobody()
    {
        await using var host = await StartAsync();

        var decision = await host.GetActor<IExpenses>().Submit(Desk with { Amount = 50m });

        Assert.Equal(new Decision(true, "the rules"), decision);
        Assert.Empty(host.SendsTo<IInbox>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submit_ManagerAnswers_IsTheDecision(bool isApproved)
    {
        await using var host = await StartAsync();
        var submitted = await host.GetActor<IExpenses>().Send(e => e.Submit(Desk, default));
        var question = await OnlyQuestionAsync(host, "manager");
        Assert.Equal(Desk, question.Expense);

        await host.GetActor<IInbox>("manager").Answer(question.Id, isApproved);

        Assert.Equal(new Decision(isApproved, "manager"), await submitted.AttachAsync());
        await host.WhenIdleAsync();
        Assert.Empty(await host.GetActor<IInbox>("manager").Open());
    }

    [Fact]
    [Capability("Tooling and documents", "Samples of patterns (saga, cron, fan-out…)")]
    public async Task Submit_ManagerIsAway_DirectorIsAsked()
    {
        await using var host = await StartAsync();
        var submitted = await host.GetActor<IExpenses>().Send(e => e.Submit(Desk, default));
        var late = await OnlyQuestionAsync(host, "manager");
        await host.AdvanceAsync(TimeSpan.FromDays(3));
        var question = await OnlyQuestionAsync(host, "director");

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IInbox>("manager").Answer(late.Id, false));
        await host.GetActor<IInbox>("director").Answer(question.Id, true);

        Assert.Equal(404, error.Code);
        Assert.Equal(new Decision(true, "director"), await submitted.AttachAsync());
    }

    [Fact]
    public async Task Submit_NobodyAnswers_IsRefusedAfterSixDays()
    {
        await using var host = await StartAsync();
        var start = host.Time.GetUtcNow();

        var decision = await host.GetActor<IExpenses>().Submit(Desk);

        Assert.Equal(new Decision(false, "nobody in time"), decision);
        Assert.Equal(TimeSpan.FromDays(6), host.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task Submit_Cancelled_LeavesTheInbox()
    {
        await using var host = await StartAsync();
        var submitted = await host.GetActor<IExpenses>().Send(e => e.Submit(Desk, default));
        await OnlyQuestionAsync(host, "manager");

        await host.CancelAsync(await submitted.GetIdAsync());
        await Assert.ThrowsAsync<TerminalException>(() => submitted.AttachAsync());
        await host.WhenIdleAsync();

        Assert.Empty(await host.GetActor<IInbox>("manager").Open());
    }

    [Fact]
    public async Task Submit_AnsweredAtTheAwakeable_IsTheDecision()
    {
        await using var host = await StartAsync();
        var submitted = await host.GetActor<IExpenses>().Send(e => e.Submit(Desk, default));
        var question = await OnlyQuestionAsync(host, "manager");

        await host.Client.ResolveAwakeableAsync(question.Id, new Decision(true, "a phone call"));

        Assert.Equal("a phone call", (await submitted.AttachAsync()).By);
    }

    private static Task<ActorTestHost> StartAsync() =>
        ActorTestHost.StartAsync(actors => actors.AddGeneratedActors(), options: options => options.ReplayAlways = true);

    private static async Task<Question> OnlyQuestionAsync(ActorTestHost host, string person)
    {
        await host.WhenIdleAsync();
        return Assert.Single(await host.GetActor<IInbox>(person).Open());
    }
}
