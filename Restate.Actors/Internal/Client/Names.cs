using System.Buffers;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Client;

/// <summary>Refuses names and keys before they are sent.</summary>
internal static class Names
{
    private static readonly SearchValues<char> HandlerCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> ServiceCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    public static string CheckService(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return IsName(service, ServiceCharacters) ? service : throw new ArgumentException(
            $"'{service}' cannot be the name of a service: a letter, then letters, digits, '_', '.' and '-'.", nameof(service));
    }

    public static string CheckHandler(string handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return IsName(handler, HandlerCharacters) ? handler : throw new ArgumentException(
            $"'{handler}' cannot be the name of a handler: a letter, then letters, digits and '_'.", nameof(handler));
    }

    public static string CheckKey(string key, string service)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length == 0)
        {
            throw new ArgumentException($"The key of {service} is empty. Restate would accept it, but it is nearly always a missing value.", nameof(key));
        }

        return UnicodeText.IsValid(key) ? key : throw new ArgumentException($"The key of {service} is not valid Unicode text: it holds half of a surrogate pair.", nameof(key));
    }

    private static bool IsName(string name, SearchValues<char> allowed)
    {
        var startsWell = name.Length > 0 && (char.IsAsciiLetter(name[0]) || (name.Length > 1 && name[0] == '_' && char.IsAsciiLetterOrDigit(name[1])));
        return startsWell && !name.AsSpan().ContainsAnyExcept(allowed);
    }
}
