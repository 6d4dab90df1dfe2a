using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Warns once per handler that it left its turn scheduler.</summary>
internal static class EscapeReports
{
    private static readonly ConcurrentDictionary<string, bool> Reported = new(StringComparer.Ordinal);

    public static void Warn(Invocation invocation, ILogger logger)
    {
        if (Reported.TryAdd(EscapeErrors.Name(invocation), true))
        {
            AttemptLog.Escaped(logger, EscapeErrors.ForeignAwait(invocation));
        }
    }
}
