using System.Collections;
using System.Globalization;

namespace Restate.Actors.Internal.Operations;

/// <summary>What stands on each line that a handler logs.</summary>
internal sealed class InvocationScope(Invocation invocation) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 5;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("Service", invocation.Settings.Contract.Name),
        1 => new("Handler", invocation.Settings.Handler.Name),
        2 => new("Key", invocation.Start.Key),
        3 => new("InvocationId", invocation.Start.DebugId),
        4 => new("RetryCount", invocation.Start.RetryCountSinceLastStoredEntry),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{invocation.Name} {invocation.Start.Key} {invocation.Start.DebugId} retry {invocation.Start.RetryCountSinceLastStoredEntry}");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
