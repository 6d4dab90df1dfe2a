using Restate.Actors.Generators.Models;
using Restate.Actors.Generators.Parsing;
using static Restate.Actors.Generators.Emitting.SourceText;

namespace Restate.Actors.Generators.Emitting;

/// <summary>Writes what attributes say as an expression, so that nothing reads them at run time.</summary>
internal static class OptionsEmitter
{
    public static string Emit(DeclaredOptionsModel options)
    {
        var parts = new[]
        {
            Lines(options.Flags.Select(flag => $"{flag} = true,")),
            Entries("Values", options.Values.Select(value => $"[{TypeText.StringLiteral(value.Name)}] = {TypeText.StringLiteral(value.Text)},")),
            Entries("TerminalErrors", options.TerminalErrors.Select(error => $"[typeof({error.Type})] = {error.Code},")),
            Entries("Handlers", options.Handlers.Select(handler => $"[{TypeText.StringLiteral(handler.Handler)}] = {Emit(handler.Options)},")),
        };

        return $$"""
            new {{Services}}.DeclaredOptions
            {
            {{Indent(Lines(parts.Where(part => part.Length > 0)), 4)}}
            }
            """;
    }

    private static string Entries(string property, IEnumerable<string> entries)
    {
        var lines = Lines(entries);
        return lines.Length == 0
            ? string.Empty
            : $$"""
                {{property}} =
                {
                {{Indent(lines, 4)}}
                },
                """;
    }
}
