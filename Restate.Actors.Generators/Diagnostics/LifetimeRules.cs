using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>The rules for objects, fields and state, RSTA3001 to RSTA3005.</summary>
internal static class LifetimeRules
{
    public static readonly DiagnosticDescriptor MutableField = Create(
        "RSTA3001",
        DiagnosticSeverity.Warning,
        "A field that should keep its value",
        "'{0}' is changed by '{1}' and expected to keep its value, but an instance lives for one attempt of one invocation: keep the value in state");

    public static readonly DiagnosticDescriptor HeldDisposable = Create(
        "RSTA3002",
        DiagnosticSeverity.Warning,
        "A resource held across a durable await",
        "'{0}' is held across a durable await. When the invocation is suspended there, it is not disposed until a later attempt opens another one: use it inside Run(...).");

    public static readonly DiagnosticDescriptor SharedWrite = Create(
        "RSTA3003",
        DiagnosticSeverity.Error,
        "A write in a shared handler",
        "'{0}' writes state in shared handler '{1}'. A shared handler runs beside others of its key and can only read: make the handler exclusive, or send to one that is.");

    public static readonly DiagnosticDescriptor NotWritten = Create(
        "RSTA3004",
        DiagnosticSeverity.Warning,
        "State is changed but not written",
        "'{0}' is changed but not written. The change is lost when the attempt ends: call {1} after it.");

    public static readonly DiagnosticDescriptor FanOut = Create(
        "RSTA3005",
        DiagnosticSeverity.Info,
        "A fan-out without bounds",
        "Each element of '{0}' starts a durable operation at once, and nothing bounds their number. A journal of many thousand entries is slow to replay: "
        + "use Durable.ForEachAsync or SelectAsync with a limit, or split the work into batches.");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        RuleFactory.Create(id, "Restate.Lifetime", severity, title, message);
}
