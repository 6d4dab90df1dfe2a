using System.Globalization;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Inspection;

/// <summary>Shows what a server is doing.</summary>
internal static class InvocationsText
{
    public static string Open(TestServer server)
    {
        var lines = server.Invocations.All.Where(static invocation => !invocation.IsCompleted).Select(static invocation =>
            $"  {invocation.Id}  {invocation.Name}  {invocation.Status}, {invocation.Retries.Attempts} attempts{Awaited(invocation)}{LastError(invocation)}");
        return Lines(lines);
    }

    public static string Timers(TestServer server)
    {
        return Lines(server.Time.Pending.Select(static timer => string.Create(CultureInfo.InvariantCulture, $"  {timer.Due:u}  {timer.Purpose}")));
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.DefaultIfEmpty("  none"));

    private static string Awaited(ServerInvocation invocation)
    {
        return invocation.Awaited.Count == 0 ? "" : $", waits for {string.Join(", ", invocation.Awaited)}";
    }

    private static string LastError(ServerInvocation invocation)
    {
        return invocation.Retries.LastError is { } error ? $", last error: {error.Message}" : "";
    }
}
