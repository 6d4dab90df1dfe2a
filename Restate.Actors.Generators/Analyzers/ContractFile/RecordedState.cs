using System.Text.RegularExpressions;

namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>A state value in the contract file.</summary>
/// <param name="Service">The wire name of the service that holds it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Line">The line of the file, from 0.</param>
internal sealed record RecordedState(string Service, string Name, string Type, int Line)
{
    private static readonly Regex Form = new(@"^state (\S+) ""(.+)"" (.+)$", RegexOptions.CultureInvariant);

    public static RecordedState? Parse(string line, int number) =>
        Form.Match(line) is { Success: true } match ? new RecordedState(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, number) : null;

    public override string ToString() => $"state {Service} \"{Name}\" {Type}";
}
