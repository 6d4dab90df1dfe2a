using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration;

/// <summary>A test that needs a real server: its ingress, its admin API, or its end.</summary>
public abstract class ServerTest(ActorServer server) : ActorTest(server)
{
    private readonly ActorServer _server = server;

    protected RestateServer Server => _server.Server;

    protected ActorHost Host => _server.Host;

    /// <inheritdoc cref="ActorServer.ColumnAsync"/>
    protected Task<string?> ColumnAsync(string invocationId, string column) => _server.ColumnAsync(invocationId, column);

    /// <summary>Gets the types of the commands in the journal of an invocation, such as <c>Run</c>.</summary>
    protected async Task<IReadOnlyList<string>> CommandsAsync(string invocationId)
    {
        var rows = await Server.Admin.QueryAsync(
            $"SELECT entry_type FROM sys_journal WHERE id = '{invocationId}' AND entry_type LIKE 'Command: %' ORDER BY index");
        return [.. rows.Select(row => row["entry_type"]!.GetValue<string>()["Command: ".Length..])];
    }
}
