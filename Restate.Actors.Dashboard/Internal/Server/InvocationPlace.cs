using System.Globalization;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>A place in the list of invocations: after the one with this time and id.</summary>
/// <remarks>Pages that begin at a place do not shift when new invocations come.</remarks>
internal sealed record InvocationPlace(DateTimeOffset CreatedAt, string Id)
{
    public static InvocationPlace Of(InvocationView invocation) => new(invocation.CreatedAt, invocation.Id);

    public static InvocationPlace? Parse(string? text)
    {
        var parts = text?.Split('~', 2);
        return parts is [var time, var id] && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new InvocationPlace(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), id)
            : null;
    }

    // The server stores milliseconds.
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.ToUnixTimeMilliseconds()}~{Id}");
}
