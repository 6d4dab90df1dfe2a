using System.Text.RegularExpressions;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>How the input of a handler looks on the wire: nothing, one value, or an object with a property per parameter.</summary>
internal sealed class InputShape
{
    private static readonly Regex Member = new(@"^(\w+)(\??): (.+)$", RegexOptions.CultureInvariant);

    private readonly IReadOnlyList<(string Name, bool IsOptional, string Type)> _members;
    private readonly bool _isObject;

    private InputShape(IReadOnlyList<(string Name, bool IsOptional, string Type)> members, bool isObject)
    {
        _members = members;
        _isObject = isObject;
    }

    public static InputShape Of(HandlerModel handler) => new(
        [.. handler.PayloadParameters.Select(parameter => (parameter.Name, parameter.DefaultValue is not null, TypeNames.Of(parameter.Value)))],
        handler.IsWrapped);

    public static InputShape? Parse(string text)
    {
        var isObject = text.Length > 1 && text[0] == '{' && text[text.Length - 1] == '}';
        if (!isObject && !(text.Length > 1 && text[0] == '(' && text[text.Length - 1] == ')'))
        {
            return null;
        }

        var content = text.Substring(1, text.Length - 2);
        var members = new List<(string, bool, string)>();
        foreach (var part in content.Split([" | "], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Member.Match(part) is not { Success: true } match)
            {
                return null;
            }

            members.Add((match.Groups[1].Value, match.Groups[2].Length > 0, match.Groups[3].Value));
        }

        return new InputShape(members, isObject);
    }

    /// <summary>Tells why inputs of this shape, which were written before, cannot be read as another one; <see langword="null"/> if they can.</summary>
    public string? ProblemAs(InputShape current)
    {
        if (_members.Count == 0)
        {
            return current._members.FirstOrDefault(member => !member.IsOptional) is { Name: { } added } ? $"parameter '{added}' was added without a default" : null;
        }

        if (_isObject != current._isObject)
        {
            return current._members.Count == 0 ? "its input was removed" : _isObject ? "its input was an object and is one value now" : "its input was one value and is an object now";
        }

        return _isObject ? MemberProblem(current) : TypeProblem(_members[0], current._members.Count > 0 ? current._members[0] : default);
    }

    public override string ToString()
    {
        var members = string.Join(" | ", _members.Select(member => $"{member.Name}{(member.IsOptional ? "?" : string.Empty)}: {member.Type}"));
        return _isObject ? $"{{{members}}}" : $"({members})";
    }

    private string? MemberProblem(InputShape current)
    {
        foreach (var member in _members)
        {
            var now = current._members.FirstOrDefault(other => other.Name == member.Name);
            if (TypeProblem(member, now) is { } problem)
            {
                return problem;
            }

            if (member.IsOptional && !now.IsOptional)
            {
                return $"parameter '{member.Name}' has lost its default";
            }
        }

        return current._members.FirstOrDefault(member => !member.IsOptional && !_members.Any(old => old.Name == member.Name)) is { Name: { } added }
            ? $"parameter '{added}' was added without a default"
            : null;
    }

    private static string? TypeProblem((string Name, bool IsOptional, string Type) recorded, (string Name, bool IsOptional, string Type) current) => current.Type switch
    {
        null => $"parameter '{recorded.Name}' is gone",
        var type when type != recorded.Type => $"parameter '{recorded.Name}' was of type '{recorded.Type}' and is of type '{type}' now",
        _ => null,
    };
}
