using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Warns once per handler that it left its turn scheduler.</summary>
internal sealed class EscapeReports
{
    private readonly ConcurrentDictionary<string, bool> _reported = new(StringComparer.Ordinal);

    public void Warn(Invocation invocation, ILogger logger)
    {
        if (_reported.TryAdd(invocation.Name, true))
        {
            AttemptLog.Escaped(logger, EscapeErrors.ForeignAwait(invocation));
        }
    }
}
