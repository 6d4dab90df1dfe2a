using System.Text.RegularExpressions;

namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>A service in the contract file.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="Kind"><c>Service</c>, <c>VirtualObject</c> or <c>Workflow</c>.</param>
/// <param name="Key">The type of its keys; empty without keys.</param>
/// <param name="Line">The line of the file, from 0.</param>
internal sealed record RecordedService(string Name, string Kind, string Key, int Line)
{
    private static readonly Regex Form = new(@"^service (\S+) (Service|VirtualObject|Workflow)(?: (.+))?$", RegexOptions.CultureInvariant);

    public static RecordedService? Parse(string line, int number) =>
        Form.Match(line) is { Success: true } match ? new RecordedService(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, number) : null;

    public override string ToString() => Key.Length == 0 ? $"service {Name} {Kind}" : $"service {Name} {Kind} {Key}";
}
