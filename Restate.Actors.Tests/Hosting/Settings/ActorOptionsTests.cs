using Xunit;

namespace Restate.Actors.Tests.Hosting.Settings;

/// <summary>Where options come from, which of them wins, and what is wrong with them.</summary>
public sealed class ActorOptionsTests
{
    [Fact]
    [Capability("Service and handler options (discovery)", "Options for all services of an endpoint")]
    public void Sources_All_TheOneNearestToOperationsWins()
    {
        using var host = new OptionsHost(
            ["Vault"],
            actors => actors
                .Configure<Vault>(options => options.AbortTimeout = TimeSpan.FromHours(3))
                .Configure<IVault>(options => options.Handler(nameof(IVault.DepositAsync)).RetryMaxAttempts = 7)
                .ConfigureDefaults(options =>
                {
                    options.InactivityTimeout = TimeSpan.FromSeconds(1);
                    options.IngressPrivate = true;
                    options.Metadata["host"] = "a";
                }),
            ("Restate:Actors:vault:abortTimeout", "04:00:00"),
            ("Restate:Actors:vault:Metadata:stage", "test"),
            ("Restate:Actors:vault:TOTAL:RetryFactor", "3"),
            ("Restate:ActorDefaults:IngressPrivate", "false"));

        var options = host.Options("Vault");

        Assert.Equal(TimeSpan.FromMinutes(5), options.InactivityTimeout);
        Assert.Equal(TimeSpan.FromHours(4), options.AbortTimeout);
        Assert.False(options.IngressPrivate);
        Assert.Equal(["cost=low"], options.Handler("sum").Metadata.Concat(options.Handler("total").Metadata).Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(["host=a", "stage=test", "team=storage"], options.Metadata.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(7, options.Handler("Deposit").RetryMaxAttempts);
        Assert.Equal(3, options.Handler("total").RetryFactor);
        Assert.Equal(1, options.Handler("total").RetryMaxAttempts);
    }

    [Fact]
    public void Defaults_WorkflowRetention_IsForWorkflowsOnly()
    {
        using var host = new OptionsHost(
            ["Ledger", "Booking"], actors => actors.ConfigureDefaults(options => options.WorkflowCompletionRetention = TimeSpan.FromDays(30)));

        Assert.Null(host.Options("Ledger").WorkflowCompletionRetention);
        Assert.Empty(host.Options("Ledger").Handlers);
        Assert.Equal(TimeSpan.FromDays(7), host.Options("Booking").Handler("Run").WorkflowCompletionRetention);
    }

    [Fact]
    [Capability("Service and handler options (discovery)", "Options from application configuration")]
    public void Mistakes_OfAllActorsAndSources_AreListedOnce()
    {
        using var host = new OptionsHost(
            ["Misfit", "Booking"],
            actors => actors
                .Configure<Booking>(options =>
                {
                    options.Handler("Run").IdempotencyRetention = TimeSpan.FromHours(1);
                    options.Handler("Status").WorkflowCompletionRetention = TimeSpan.FromHours(1);
                    options.OnMaxAttempts = (OnMaxAttempts)7;
                })
                .Configure<IUnknown>(_ => { }),
            ("Restate:Actors:Booking:Status:LazyState", "yes"),
            ("Restate:Actors:Booking:Stat:LazyState", "true"),
            ("Restate:Actors:Booking:OnMaxAttempts", "Stop"),
            ("Restate:Actors:Booking:InactivtyTimeout", "00:01:00"),
            ("Restate:Actors:Nobody:LazyState", "true"));

        var error = Assert.Throws<InvalidOperationException>(host.Table);

        string[] expected =
        [
            "Options of actors are wrong:",
            "InactivityTimeout of [ActorOptions] on Restate.Actors.Tests.Hosting.Settings.Misfit is '5', which is no duration. "
                + "Write hours:minutes:seconds with days in front if needed, such as 00:05:00 or 7.00:00:00.",
            "Misfit: RetryFactor is 0.5; it must be at least 1, which keeps the interval as it is.",
            "Misfit: WorkflowCompletionRetention is for workflows, and this is none. Set JournalRetention or IdempotencyRetention, or remove it.",
            "Misfit/Go: AbortTimeout is -00:00:01; it must not be negative.",
            "Misfit/Go: RetryMaxInterval is 00:00:01, which is less than RetryInitialInterval, 00:00:05; raise it.",
            "Misfit/Go: RetryMaxAttempts is 0; it must be at least 1, which turns retries off.",
            "Misfit/Helper: Restate.Actors.Tests.Hosting.Settings.Misfit has no such handler. Options are for the handlers Go.",
            "Restate:Actors:Booking:InactivtyTimeout in the configuration is no option. Known are AbortTimeout, Documentation, IdempotencyRetention, InactivityTimeout, "
                + "IngressPrivate, JournalRetention, LazyState, OnMaxAttempts, RetryFactor, RetryInitialInterval, RetryMaxAttempts, RetryMaxInterval, "
                + "WorkflowCompletionRetention and Metadata.",
            "Restate:Actors:Booking:OnMaxAttempts in the configuration is 'Stop'. Write Pause or Kill.",
            "Restate:Actors:Booking:Status:LazyState in the configuration is 'yes'. Write true or false.",
            "Booking: OnMaxAttempts is 7; it must be Pause or Kill.",
            "Booking/Run: IdempotencyRetention is not for the run of a workflow, whose id is its key. Set WorkflowCompletionRetention.",
            "Booking/Status: WorkflowCompletionRetention is for the run of a workflow only. Set it there, or remove it.",
            "Booking/Stat: Restate.Actors.Tests.Hosting.Settings.Booking has no such handler. Options are for the handlers Run, Status.",
            "Configure<Restate.Actors.Tests.Hosting.Settings.ActorOptionsTests+IUnknown>: no such actor was added. "
                + "Name the class or the contract of an actor, and add it with AddGeneratedActors().",
            "Restate:Actors:Nobody in the configuration: there is no service 'Nobody'. Known are",
        ];
        var lines = error.Message.Split(Environment.NewLine);
        Assert.Equal(expected.Length, lines.Length);
        Assert.Equal(expected[0], lines[0]);
        Assert.All(expected[1..^1], line => Assert.Contains(line, lines));
        Assert.StartsWith(expected[^1], lines[^1], StringComparison.Ordinal);
    }

    public interface IUnknown : IVirtualObject;
}
