using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>The format of keys of one type.</summary>
internal static class KeyFormatOf<TKey>
    where TKey : notnull
{
    private static KeyFormat<TKey>? Format = BuiltIn() as KeyFormat<TKey>;

    /// <summary>Makes the format of a custom key known; the contract that uses it does so before any invocation runs.</summary>
    public static void Register(KeyFormat<TKey> format) => Format = format;

    public static TKey Parse(string text)
    {
        var format = Format ?? throw new InvalidOperationException($"No contract has keys of type {typeof(TKey)}.");
        return format.TryParse(text, out var key) ? key : throw new InvalidOperationException($"The key is not a {typeof(TKey)}.");
    }

    private static KeyFormat? BuiltIn()
    {
        return typeof(TKey) == typeof(string) ? KeyFormats.TextKeys
            : typeof(TKey) == typeof(Guid) ? KeyFormats.GuidKeys
            : typeof(TKey) == typeof(long) ? KeyFormats.LongKeys
            : typeof(TKey) == typeof(int) ? KeyFormats.IntKeys
            : null;
    }
}
