using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>Collects the findings of one contract, each once.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _items = [];
    private readonly HashSet<string> _seen = [];

    public bool HasErrors => _items.Exists(finding => finding.Rule.DefaultSeverity == DiagnosticSeverity.Error);

    public IEnumerable<Finding> Reported => _items.Where(finding => !finding.IsReportedElsewhere);

    public void Add(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        Add(new Finding(rule, location, IsReportedElsewhere: false, arguments));

    public void Add(Finding finding)
    {
        // The closed types of one generic contract break the same rule at the same place.
        if (_seen.Add(finding.ToDiagnostic().ToString()))
        {
            _items.Add(finding);
        }
    }
}
