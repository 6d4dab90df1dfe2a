using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>A test on a real server. Fails when the host logged a problem that the test did not declare.</summary>
/// <remarks>Derived once per server, so that the same assertions hold whether awaits suspend or not and state is eager or lazy.</remarks>
public abstract class ActorTest(ActorServer servers) : IAsyncLifetime
{
    /// <summary>Gets a key that no other test uses.</summary>
    protected string Key { get; } = $"key-{Guid.NewGuid():N}";

    protected IRestateClient Client => servers.Client;

    protected RestateServer Server => servers.Server;

    protected ActorHost Host => servers.Host;

    protected Probe Probe => servers.Host.Probe;

    /// <summary>Gets whether the protocol carries the metadata of terminal errors.</summary>
    protected bool HasMetadata => servers.MaxProtocolVersion >= 6;

    /// <summary>Gets whether every await suspends.</summary>
    protected bool Suspends => servers.Suspends;

    public Task InitializeAsync()
    {
        Host.Logs.Clear();
        Host.Logs.Expect("planned failure");
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        Host.Logs.Verify();
        return Task.CompletedTask;
    }

    /// <summary>Waits until an invocation has a status such as <c>suspended</c>.</summary>
    protected Task BecomesAsync(string invocationId, params IReadOnlyList<string> statuses) =>
        Eventually.BecomesTrueAsync(async () => statuses.Contains(await ColumnAsync(invocationId, "status") ?? string.Empty), $"{invocationId} is {string.Join(" or ", statuses)}");

    /// <summary>Gets a column of an invocation as the server tells it.</summary>
    protected async Task<string?> ColumnAsync(string invocationId, string column)
    {
        var rows = await Server.Admin.QueryAsync($"SELECT {column} AS value FROM sys_invocation WHERE id = '{invocationId}'");
        return rows.Count == 0 ? null : rows[0]["value"]?.ToString();
    }

    /// <summary>Gets the types of the commands in the journal of an invocation, such as <c>Run</c>.</summary>
    protected async Task<IReadOnlyList<string>> CommandsAsync(string invocationId)
    {
        var rows = await Server.Admin.QueryAsync(
            $"SELECT entry_type FROM sys_journal WHERE id = '{invocationId}' AND entry_type LIKE 'Command: %' ORDER BY index");
        return [.. rows.Select(row => row["entry_type"]!.GetValue<string>()["Command: ".Length..])];
    }
}
