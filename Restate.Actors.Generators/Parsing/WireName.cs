using System.Text.RegularExpressions;

namespace Restate.Actors.Generators.Parsing;

/// <summary>The names of services and handlers and the server's rules for them.</summary>
internal static class WireName
{
    private static readonly Regex ServicePattern = new("^([a-zA-Z]|_[a-zA-Z0-9])[a-zA-Z0-9._-]*\\z", RegexOptions.CultureInvariant);
    private static readonly Regex HandlerPattern = new("^([a-zA-Z]|_[a-zA-Z0-9])[a-zA-Z0-9_]*\\z", RegexOptions.CultureInvariant);

    /// <summary>The interface's name without a leading I.</summary>
    public static string OfInterface(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name;

    /// <summary>The method's name without a trailing Async.</summary>
    public static string OfMethod(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    /// <summary>Says what is wrong with the name of a service, or <see langword="null"/>.</summary>
    public static string? ServiceProblem(string name)
    {
        if (!ServicePattern.IsMatch(name))
        {
            return $"Service name '{name}' is malformed. "
                + "The server accepts letters, digits, '_', '.' and '-' after a first letter: choose such a name with [Actor(\"name\")].";
        }

        var isReserved = name.StartsWith("restate", StringComparison.OrdinalIgnoreCase) || name.Equals("openapi", StringComparison.OrdinalIgnoreCase);
        return isReserved
            ? $"Service name '{name}' is reserved. The server keeps 'openapi' and all names that start with 'restate': choose another one with [Actor(\"name\")]."
            : null;
    }

    /// <summary>Says what is wrong with the name of a handler, or <see langword="null"/>.</summary>
    public static string? HandlerProblem(string name) => HandlerPattern.IsMatch(name)
        ? null
        : $"Handler name '{name}' is malformed. The server accepts letters, digits and '_' after a first letter: choose such a name with [Handler(\"name\")].";

    /// <summary>A part of a C# identifier that is different for different names of services.</summary>
    public static string ToIdentifier(string name) => name.Replace("_", "_u").Replace(".", "_d").Replace("-", "_h");
}
