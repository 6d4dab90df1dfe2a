using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>Creates rules.</summary>
internal static class RuleFactory
{
    public static DiagnosticDescriptor Create(
        string id, string category, DiagnosticSeverity severity, string title, string message, params string[] tags)
    {
        return new DiagnosticDescriptor(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: HelpLink(id), customTags: tags);
    }

    /// <summary>Gets the address of the page of a rule.</summary>
    public static string HelpLink(string id) => $"https://github.com/restate-actors/restate-actors/blob/main/docs/rules/{id}.md";
}
