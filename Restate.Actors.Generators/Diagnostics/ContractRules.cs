using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>The rules for contracts and actor classes, RSTA1001 to RSTA1017.</summary>
internal static class ContractRules
{
    public static readonly DiagnosticDescriptor ReturnType = Error(
        "RSTA1001",
        "A handler returns a task",
        "Handler '{0}' returns '{1}'. A call travels through Restate and completes later: return Task, Task<T>, ValueTask or ValueTask<T>.");

    public static readonly DiagnosticDescriptor Streaming = Error(
        "RSTA1002",
        "A handler cannot stream",
        "Handler '{0}' uses IAsyncEnumerable. Restate journals one input and one output per invocation: return pages, or send a stream of one-way calls.");

    public static readonly DiagnosticDescriptor ParameterPassing = Error(
        "RSTA1003",
        "A parameter cannot travel",
        "Parameter '{0}' of handler '{1}' is {2}. Arguments travel to another process by value: pass a plain value.");

    public static readonly DiagnosticDescriptor Overload = Error(
        "RSTA1004",
        "An overload needs a wire name",
        "Method '{0}' of '{1}' is overloaded. Each overload is a handler with a name of its own: give each of them [Handler(\"name\")].");

    public static readonly DiagnosticDescriptor OpenOrUnreachable = Error(
        "RSTA1005",
        "A contract must be closed and reachable",
        "{0}");

    public static readonly DiagnosticDescriptor NotAMethod = Error(
        "RSTA1006",
        "A contract has methods only",
        "'{0}' of contract '{1}' is {2}. Only methods can be called remotely: turn it into a method that returns a task.");

    public static readonly DiagnosticDescriptor Token = Error(
        "RSTA1007",
        "One CancellationToken, as the last parameter",
        "Handler '{0}' {1}. The token is no part of the payload: declare at most one, as the last parameter.");

    public static readonly DiagnosticDescriptor WorkflowRun = Error(
        "RSTA1008",
        "A workflow has one run",
        "Workflow '{0}' has {1} handlers with [WorkflowRun]. Restate runs exactly one handler once per workflow id: mark one, all others are [Shared].");

    public static readonly DiagnosticDescriptor Attribute = Error(
        "RSTA1009",
        "A handler attribute does not fit the kind",
        "Handler '{0}' {1}");

    public static readonly DiagnosticDescriptor Name = Error(
        "RSTA1010",
        "A wire name is taken, reserved or malformed",
        "{0}");

    /// <summary>The same rule as <see cref="Name"/>, for names of services, which are compared when all contracts of the assembly are known.</summary>
    public static readonly DiagnosticDescriptor NameInAssembly = new(
        "RSTA1010",
        "A wire name is taken, reserved or malformed",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleFactory.HelpLink("RSTA1010"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor AttributeOnClass = Error(
        "RSTA1011",
        "Contract attributes belong on the interface",
        "[{0}] on '{1}' has no effect. Callers and discovery read the contract, not the class: put the attribute on the method of the interface.");

    public static readonly DiagnosticDescriptor SeveralKinds = Error(
        "RSTA1012",
        "An actor is of one kind",
        "'{0}' is {1}. Restate knows one kind per service: split it, one type per kind.");

    public static readonly DiagnosticDescriptor JsonMetadata = new(
        "RSTA1013",
        "A payload type has no JSON metadata",
        "Type '{0}' of {1} appears in no [JsonSerializable] of this project, and reflection-based JSON is switched off. "
        + "It would fail at run time: add [JsonSerializable(typeof({0}))] to a JsonSerializerContext and hand that to UseJson.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleFactory.HelpLink("RSTA1013"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NotPinned = new(
        "RSTA1014",
        "The wire name is not pinned",
        "Contract '{0}' takes its wire name '{1}' from the interface. Renaming the interface would strand its state: add [Actor(\"{1}\")].",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RuleFactory.HelpLink("RSTA1014"));

    public static readonly DiagnosticDescriptor Key = Error(
        "RSTA1015",
        "The key type is not supported",
        "{0} Use string, Guid, long, int or a type that implements IActorKey of itself.");

    public static readonly DiagnosticDescriptor Serializer = Error(
        "RSTA1016",
        "A payload serializer cannot be created",
        "[PayloadSerializer] names no serializer that can be used. {0} Name a class that implements IPayloadSerializer and has a public constructor without parameters.");

    public static readonly DiagnosticDescriptor NoKind = Error(
        "RSTA1017",
        "An actor contract has no kind",
        "'{0}' {1} '{2}', which says neither service, virtual object nor workflow. No host would serve it and no caller reach it: let '{2}' derive from {3}.");

    private const string Category = "Restate.Contracts";

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleFactory.HelpLink(id));
}
