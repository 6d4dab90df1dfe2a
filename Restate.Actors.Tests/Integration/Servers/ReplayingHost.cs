using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.Testing;
using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>No server: the test host of users, which replays at each wait. Each test has one of its own.</summary>
public sealed class ReplayingHost : ActorBackend
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private ActorTestHost? _host;

    public override IRestateClient Client => Host.Client;

    public override Probe Probe { get; } = new();

    public override LogCollector Logs { get; } = new();

    public override int MaxProtocolVersion => 6;

    public override bool Suspends => true;

    private ActorTestHost Host => _host ?? throw new InvalidOperationException("The host is not started yet.");

    public override async Task BeginTestAsync()
    {
        var served = new ActorHostSettings { Serves = static type => type.Namespace == typeof(Counter).Namespace };
        _host = await ActorTestHost.StartAsync(
            actors => served.RemoveOthers(actors.AddGeneratedActors().Services),
            services => services.AddSingleton(Probe).AddLogging(logging => logging.AddProvider(Logs)),
            options => options.ReplayAlways = true);
    }

    public override Task EndTestAsync() => Host.DisposeAsync().AsTask();

    public override Task PassTimeAsync() => Host.AdvanceAsync(Moment);

    public override Task<string?> StatusAsync(string invocationId)
    {
        var invocation = Host.Invocations.FirstOrDefault(invocation => invocation.Id == invocationId);
        return Task.FromResult(invocation is null ? null : NameOf(invocation.Status));
    }

    public override Task<string?> LastFailureAsync(string invocationId) => Task.FromResult(Host.FindInvocation(invocationId).LastError);

    public override Task KillAsync(string invocationId) => Host.KillAsync(invocationId);

    private static string NameOf(InvocationStatus status) => status switch
    {
        InvocationStatus.Scheduled => "scheduled",
        InvocationStatus.Pending => "pending",
        InvocationStatus.Running => "running",
        InvocationStatus.Suspended => "suspended",
        InvocationStatus.BackingOff => "backing-off",
        InvocationStatus.Paused => "paused",
        InvocationStatus.Completed => "completed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a name."),
    };
}
