using System.Buffers;

namespace Restate.Actors.Internal.Protocol;

/// <summary>The printable form of invocation ids.</summary>
internal static class InvocationIds
{
    private const string Prefix = "inv_1";

    private static readonly SearchValues<char> Base62 =
        SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Finds ids that cannot be one; their length is left to the server.</summary>
    public static bool IsPlausible(string id) =>
        id.Length > Prefix.Length
        && id.StartsWith(Prefix, StringComparison.Ordinal)
        && !id.AsSpan(Prefix.Length).ContainsAnyExcept(Base62);
}
