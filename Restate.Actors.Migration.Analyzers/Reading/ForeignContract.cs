using Microsoft.CodeAnalysis;

namespace Restate.Actors.Migration.Reading;

/// <summary>A contract of Orleans or Dapr and what it becomes.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Framework">Where it comes from.</param>
/// <param name="Key">How its actors are addressed; <see langword="null"/> if it does not say, or says it twice.</param>
/// <param name="WireName">The name of the service.</param>
/// <param name="Handlers">Its own methods, without those that cannot become handlers.</param>
/// <param name="Findings">What stands in the way, and what will be different.</param>
internal sealed record ForeignContract(
    INamedTypeSymbol Type,
    Framework Framework,
    ForeignKey? Key,
    string WireName,
    IReadOnlyList<ForeignHandler> Handlers,
    IReadOnlyList<ForeignFinding> Findings)
{
    /// <summary>Gets whether it can be converted as it is.</summary>
    public bool IsConvertible => Key is not null && !Findings.Any(finding => finding.IsObstacle);

    /// <summary>Gets what it is, for messages.</summary>
    public string Description
    {
        get
        {
            var kind = Framework == Framework.Orleans ? "an Orleans grain interface" : "a Dapr actor interface";
            return Key is null || Framework == Framework.Dapr ? kind : $"{kind} with {Key.Description}";
        }
    }

    /// <summary>Gets what can be done about it, for messages.</summary>
    public string Outcome
    {
        get
        {
            if (Key is not null && IsConvertible)
            {
                var shared = Handlers.Count(handler => handler.IsShared);
                return $"It can become virtual object '{WireName}', an {Key.Target}; handlers: {Handlers.Count - shared} exclusive, {shared} shared.";
            }

            var rules = Findings.Where(finding => finding.IsObstacle).Select(finding => finding.Rule.Id).Distinct().OrderBy(id => id, StringComparer.Ordinal);
            return $"It cannot become a Restate contract yet: see {string.Join(", ", rules)} on it.";
        }
    }
}
