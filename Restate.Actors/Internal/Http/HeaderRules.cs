using System.Buffers;
using System.Collections.Frozen;

namespace Restate.Actors.Internal.Http;

/// <summary>Refuses headers and idempotency keys which the server would refuse, drop or take for its own.</summary>
internal static class HeaderRules
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "expect",
        "host",
        "idempotency-expires",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "x-actor-chain",
        "x-actor-payloads",
        "x-restate-ingress-path",
        "x-restate-limit-key");

    public static void Check(IEnumerable<KeyValuePair<string, string>>? headers)
    {
        foreach (var (name, value) in headers ?? [])
        {
            if (Problem(name, value) is { } problem)
            {
                throw new ArgumentException(problem, nameof(headers));
            }
        }
    }

    /// <summary>Tells what is wrong with a header. The text never holds its value.</summary>
    public static string? Problem(string name, string? value)
    {
        if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            return $"'{name}' is not the name of an HTTP header.";
        }

        if (name.Equals("idempotency-key", StringComparison.OrdinalIgnoreCase))
        {
            return "The header 'idempotency-key' is set by the option IdempotencyKey.";
        }

        if (Reserved.Contains(name))
        {
            return $"The header '{name}' belongs to HTTP or to Restate and cannot be set.";
        }

        return value is not null && IsValue(value) ? null : $"The value of the header '{name}' must be printable ASCII without spaces at its ends.";
    }

    public static void CheckIdempotencyKey(string? idempotencyKey)
    {
        if (idempotencyKey is null)
        {
            return;
        }

        if (idempotencyKey.Length == 0)
        {
            throw new ArgumentException("The idempotency key is empty. Leave it null for none.", nameof(idempotencyKey));
        }

        if (!IsValue(idempotencyKey))
        {
            throw new ArgumentException(
                "The idempotency key must be printable ASCII without spaces at its ends, because it travels as an HTTP header.", nameof(idempotencyKey));
        }
    }

    private static bool IsValue(string value)
    {
        return !value.AsSpan().ContainsAnyExceptInRange(' ', '~') && !value.StartsWith(' ') && !value.EndsWith(' ');
    }
}
