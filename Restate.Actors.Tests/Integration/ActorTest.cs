using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>A test of whole actors, on a real server or in memory. Fails when the host logged a problem that the test did not declare.</summary>
/// <remarks>Derived once per backend, so that the same assertions hold whether awaits suspend or not and state is eager or lazy.</remarks>
public abstract class ActorTest(ActorBackend backend) : IAsyncLifetime
{
    /// <summary>Gets a key that no other test uses.</summary>
    protected string Key { get; } = $"key-{Guid.NewGuid():N}";

    protected IRestateClient Client => backend.Client;

    protected Probe Probe => backend.Probe;

    protected LogCollector Logs => backend.Logs;

    /// <summary>Gets whether the protocol carries the metadata of terminal errors.</summary>
    protected bool HasMetadata => backend.MaxProtocolVersion >= 6;

    /// <summary>Gets whether every await suspends.</summary>
    protected bool Suspends => backend.Suspends;

    public async Task InitializeAsync()
    {
        await backend.BeginTestAsync();
        Logs.Clear();
        Logs.Expect("planned failure");
    }

    public async Task DisposeAsync()
    {
        await backend.EndTestAsync();
        Logs.Verify();
    }

    /// <summary>Waits until an invocation has a status such as <c>suspended</c>.</summary>
    protected Task BecomesAsync(string invocationId, params IReadOnlyList<string> statuses) => Eventually.BecomesTrueAsync(
        async () =>
        {
            await backend.PassTimeAsync();
            return statuses.Contains(await backend.StatusAsync(invocationId) ?? string.Empty);
        },
        $"{invocationId} is {string.Join(" or ", statuses)}");

    /// <summary>Waits until an invocation is between two attempts, ends it, and tells why its attempt failed.</summary>
    protected async Task<string?> FailureAsync(string invocationId)
    {
        await BecomesAsync(invocationId, "backing-off");
        var failure = await backend.LastFailureAsync(invocationId);
        await KillAsync(invocationId);
        return failure;
    }

    protected Task KillAsync(string invocationId) => backend.KillAsync(invocationId);
}
