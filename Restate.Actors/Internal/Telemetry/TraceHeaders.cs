using System.Diagnostics;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Telemetry;

/// <summary>Finds the trace that an attempt belongs to.</summary>
internal static class TraceHeaders
{
    /// <summary>Gets the context of the attempt's own headers, else that of the request's.</summary>
    /// <param name="traceParent">The W3C context that came with the attempt.</param>
    /// <param name="traceState">Its state.</param>
    /// <param name="request">Gets the journaled headers of the request: what its caller sent.</param>
    /// <returns>The context; the default if there is none.</returns>
    /// <remarks>The server sends the span of the attempt when it records traces itself; that is a better parent than the caller.</remarks>
    public static ActivityContext Find(string? traceParent, string? traceState, Func<IReadOnlyList<Header>> request)
    {
        if (ActivityContext.TryParse(traceParent, traceState, isRemote: true, out var attempt))
        {
            return attempt;
        }

        var headers = request();
        return ActivityContext.TryParse(ValueOf(headers, "traceparent"), ValueOf(headers, "tracestate"), isRemote: true, out var caller) ? caller : default;
    }

    private static string? ValueOf(IReadOnlyList<Header> headers, string name)
    {
        foreach (var header in headers)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }
}
