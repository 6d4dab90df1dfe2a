using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>The rules for calls and errors, RSTA4001 to RSTA4101.</summary>
internal static class CallRules
{
    public static readonly DiagnosticDescriptor SendLambda = Create(
        "RSTA4001",
        DiagnosticSeverity.Error,
        "The lambda of Send or Call",
        "The lambda of '{0}' {1}. It runs on a proxy that notes one call: write one call of a handler on its parameter, such as to => to.Deposit(10).");

    public static readonly DiagnosticDescriptor OwnKey = Create(
        "RSTA4002",
        DiagnosticSeverity.Warning,
        "A call to the own key",
        "'{0}' calls the key that this handler holds. The call would wait for the handler, which waits for the call: call a method of the class, or use Send.");

    public static readonly DiagnosticDescriptor IngressClient = Create(
        "RSTA4003",
        DiagnosticSeverity.Warning,
        "The ingress client in a handler",
        "'{0}' goes over HTTP and is not in the journal, so each attempt sends it again: use Actors.GetActor, which is durable");

    public static readonly DiagnosticDescriptor Validation = Create(
        "RSTA4101",
        DiagnosticSeverity.Info,
        "A check of arguments that is retried",
        "'{0}' fails the attempt, which is retried with the same arguments until the policy gives up: throw TerminalException with code 400, or map the type with [TerminalOn]");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        RuleFactory.Create(id, "Restate.Calls", severity, title, message);
}
