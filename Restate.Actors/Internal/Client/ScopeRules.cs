using System.Buffers;

namespace Restate.Actors.Internal.Client;

/// <summary>Refuses scopes and limit keys which the server would refuse.</summary>
internal static class ScopeRules
{
    private const int LongestPart = 36;

    private static readonly SearchValues<char> Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    public static void Check(string? scope, string? limitKey)
    {
        if (scope is not null && !IsPart(scope))
        {
            throw new ArgumentException($"'{scope}' cannot be a scope: 1 to {LongestPart} letters, digits, '_', '.' and '-'.", nameof(scope));
        }

        if (limitKey is null)
        {
            return;
        }

        if (scope is null)
        {
            throw new ArgumentException($"The limit key '{limitKey}' needs a scope: set the option Scope, too.", nameof(limitKey));
        }

        if (limitKey.Split('/') is not { Length: <= 2 } levels || !levels.All(IsPart))
        {
            throw new ArgumentException(
                $"'{limitKey}' cannot be a limit key: one level, or two with a slash between them, each of 1 to {LongestPart} letters, digits, '_', '.' and '-'.",
                nameof(limitKey));
        }
    }

    private static bool IsPart(string text) => text.Length is > 0 and <= LongestPart && !text.AsSpan().ContainsAnyExcept(Characters);
}
