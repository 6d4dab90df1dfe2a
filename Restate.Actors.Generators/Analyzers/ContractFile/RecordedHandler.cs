using System.Text.RegularExpressions;

namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>A handler in the contract file.</summary>
/// <param name="Service">The wire name of its service.</param>
/// <param name="Name">Its wire name.</param>
/// <param name="Kind"><c>exclusive</c>, <c>shared</c>, <c>run</c> or <c>service</c>.</param>
/// <param name="Input">The shape of its input.</param>
/// <param name="Output">The type of its result; <c>void</c> without one.</param>
/// <param name="Line">The line of the file, from 0.</param>
internal sealed record RecordedHandler(string Service, string Name, string Kind, InputShape Input, string Output, int Line)
{
    private static readonly Regex Form = new(@"^handler (\S+)/(\S+) (exclusive|shared|run|service) (.+) -> (.+)$", RegexOptions.CultureInvariant);

    public static RecordedHandler? Parse(string line, int number) =>
        Form.Match(line) is { Success: true } match && InputShape.Parse(match.Groups[4].Value) is { } input
            ? new RecordedHandler(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, input, match.Groups[5].Value, number)
            : null;

    public override string ToString() => $"handler {Service}/{Name} {Kind} {Input} -> {Output}";
}
