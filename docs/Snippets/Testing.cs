using Restate.Actors;
using Restate.Actors.Testing;

namespace Docs;

// snippet: testing-actors
[Actor("Trial")]
public interface ITrial : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(string customer, CancellationToken cancellationToken = default);

    [Shared]
    Task Subscribe(string plan);
}

[Actor("Plans")]
public interface IPlans : IDurableService
{
    Task<string> Start(string customer, string plan);
}

public sealed class Trial(IMailGateway mails) : Workflow, ITrial
{
    public async Task<string> Run(string customer, CancellationToken cancellationToken)
    {
        var plan = Promise<string>("plan").GetAsync();
        if (await Task.WhenAny(plan, Sleep(TimeSpan.FromDays(30), "trial")) != plan)
        {
            await Run("goodbye", run => mails.Send(customer, "Your trial is over.", run.AttemptAborted));
            return "ended";
        }

        State<string>("plan").Set(await plan);
        return await Actors.GetActor<IPlans>().Start(customer, await plan);
    }

    public Task Subscribe(string plan) => Promise<string>("plan").ResolveAsync(plan);
}
// end

public static class TestingSnippets
{
    private static void Check(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException();
        }
    }

    // snippet: testing-first
    public static async Task Trial_NobodySubscribes_EndsAfterThirtyDays()
    {
        await using var host = await ActorTestHost.StartAsync(
            actors => actors.AddGeneratedActors(),
            services => services.AddSingleton<IMailGateway>(new FakeMails()));

        var result = await host.GetActor<ITrial>("anna").Run("anna@example.com");     // takes a few milliseconds

        Check(result == "ended");
        Check(host.Time.GetUtcNow() == new DateTimeOffset(2025, 1, 31, 0, 0, 0, TimeSpan.Zero));
    }
    // end

    public static async Task Subscribe(ActorTestHost host)
    {
        // snippet: testing-send
        var trial = host.GetActor<ITrial>("anna");
        var run = await trial.Send(t => t.Run("anna@example.com", default));    // nobody waits: time stands still
        await trial.Subscribe("gold");

        Check(await run.AttachAsync() == "gold started");
        // end
    }

    public static async Task Advance(ActorTestHost host)
    {
        // snippet: testing-advance
        await host.GetActor<ITrial>("bob").Send(t => t.Run("bob@example.com", default));
        await host.AdvanceAsync(TimeSpan.FromDays(29));
        Check(host.PendingTimers.Single().Purpose == "sleep 'trial' of Trial/bob/Run");
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        // end
    }

    public static async Task<ActorTestHost> Replay()
    {
        // snippet: testing-replay
        var host = await ActorTestHost.StartAsync(
            actors => actors.AddGeneratedActors(),
            options: options => options.ReplayAlways = true);
        // end
        return host;
    }

    public static async Task Stub(ActorTestHost host)
    {
        // snippet: testing-stub
        host.Stub<IPlans>(new FakePlans());
        host.StateOf<ITrial>("anna").Set("plan", "silver");

        await host.GetActor<ITrial>("anna").Subscribe("gold");
        await host.GetActor<ITrial>("anna").Run("anna@example.com");

        Check(host.StateOf<ITrial>("anna").Get<string>("plan") == "gold");
        // end
    }

    // snippet: testing-inspect
    public static async Task Inspect(ActorTestHost host)
    {
        var run = await host.GetActor<ITrial>("anna").Send(t => t.Run("anna@example.com", default));
        var id = await run.GetIdAsync();

        Check(host.FindInvocation(id).Status == InvocationStatus.Running);
        Console.WriteLine(host.JournalOf(id));
        foreach (var send in host.SendsTo<IPlans>())
        {
            Console.WriteLine($"{send.Handler} {send.Input} after {send.Delay}");
        }
    }
    // end

    // snippet: testing-explore
    public static Task Trial_SubscribedTwice_OnlyOnePlanCounts() => ActorTestHost.ExploreAsync(
        async host =>
        {
            var trial = host.GetActor<ITrial>("anna");
            var run = await trial.Send(t => t.Run("anna@example.com", default));
            var answers = await Task.WhenAll(Accepts(trial, "gold"), Accepts(trial, "silver"));

            Check(answers.Count(accepted => accepted) == 1);
            Check(await run.AttachAsync() == (answers[0] ? "gold started" : "silver started"));
        },
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<IMailGateway>(new FakeMails()),
        options => options.Seeds = 200);
    // end

    private static async Task<bool> Accepts(ITrial trial, string plan)
    {
        try
        {
            await trial.Subscribe(plan);
            return true;
        }
        catch (TerminalException)
        {
            return false;
        }
    }

    // snippet: testing-recorded
    public static async Task Record(ActorTestHost host)
    {
        var run = await host.GetActor<ITrial>("anna").Send(t => t.Run("anna@example.com", default));
        host.ExportJournal(await run.GetIdAsync()).Save("waiting-trial.journal.json");
    }

    public static async Task Trial_JournalOfVersionOne_StillFits(ActorTestHost host)
    {
        var outcome = await host.ReplayAsync(RecordedJournal.Load("waiting-trial.journal.json"));

        Check(outcome == ReplayOutcome.Waiting);
    }
    // end

    // snippet: testing-server
    public static async Task Trial_OnARealServer()
    {
        await using var server = new RestateServerFixture();
        await server.StartAsync();
        await using var app = await server.ServeAsync(
            actors => actors.AddGeneratedActors(),
            services => services.AddSingleton<IMailGateway>(new FakeMails()));

        var run = await app.Client.GetActor<ITrial>("anna").Send(t => t.Run("anna@example.com", default));
        await app.Client.GetActor<ITrial>("anna").Subscribe("gold");

        Check(await run.AttachAsync() == "gold started");
    }
    // end

    // snippet: testing-fake
    private sealed class FakePlans : IPlans
    {
        public Task<string> Start(string customer, string plan) => Task.FromResult($"{plan} started");
    }
    // end

    private sealed class FakeMails : IMailGateway
    {
        public Task<string> Send(string address, string text, CancellationToken cancellationToken) => Task.FromResult("sent");
    }
}
