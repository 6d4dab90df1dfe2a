using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>The rules for what a replay must repeat, RSTA2001 to RSTA2016.</summary>
internal static class DeterminismRules
{
    public static readonly DiagnosticDescriptor WallClock = Warning(
        "RSTA2001",
        "The clock of the machine in a handler",
        "'{0}' reads the clock of this machine. A replay reads another time and may go another way: use Time.GetUtcNow(), or read the clock inside Run(...).");

    public static readonly DiagnosticDescriptor Random = Warning(
        "RSTA2002",
        "Random values in a handler",
        "'{0}' gives another value in each attempt, so a replay goes another way: use NewGuid() or Random of the actor, or call it inside Run(...)");

    public static readonly DiagnosticDescriptor InputOutput = Warning(
        "RSTA2003",
        "The handler awaited something that is not durable",
        "'{0}' does I/O outside Run(...). Its outcome is not in the journal, so a replay fetches another one: write await Run(\"name\", run => ...).");

    public static readonly DiagnosticDescriptor OtherThread = Warning(
        "RSTA2004",
        "A durable operation outside the turn scheduler",
        "'{0}' runs code on other threads. Durable operations fail there, and nothing records the order of what follows: put the work inside Run(...).");

    public static readonly DiagnosticDescriptor Blocking = Warning(
        "RSTA2005",
        "A blocked turn",
        "'{0}' blocks the turn. No result can be delivered to a handler that blocks, so waiting for a durable task this way never ends: use await.");

    public static readonly DiagnosticDescriptor ConfigureAwait = Warning(
        "RSTA2006",
        "ConfigureAwait(false) on a task that is not durable",
        "After '{0}' the handler goes on at a thread of the pool, where durable operations fail: remove it");

    public static readonly DiagnosticDescriptor AsyncVoid = Error(
        "RSTA2007",
        "async void in an actor",
        "'{0}' is async void. Nothing can await it, so the handler may end before it does: return Task, and await it.");

    public static readonly DiagnosticDescriptor Delay = Warning(
        "RSTA2008",
        "A delay on the clock of the machine",
        "'{0}' waits on the clock of this machine. The wait is not in the journal: it starts anew in each attempt, and the handler cannot be suspended. Pass Time.");

    public static readonly DiagnosticDescriptor EscapingConstruct = Warning(
        "RSTA2009",
        "A construct that leaves the turn scheduler",
        "After '{0}' the handler goes on at another thread, where durable operations fail: {1}");

    public static readonly DiagnosticDescriptor InsideRun = Error(
        "RSTA2010",
        "A durable operation inside Run",
        "'{0}' is used inside Run(...). A replay takes the result of the step and does not run it, so nothing durable can be used there: do it before or after the step.");

    public static readonly DiagnosticDescriptor Captured = Warning(
        "RSTA2011",
        "An object of another invocation",
        "'{0}' belongs to one invocation, but {1}. There it fails: get it where you need it, and let other threads only compute.");

    public static readonly DiagnosticDescriptor HashOrder = Info(
        "RSTA2012",
        "Durable operations in the order of hash codes",
        "'{0}' has no order that is the same in each process, and the durable operations for its elements are journaled in that order: sort it first");

    public static readonly DiagnosticDescriptor BroadCatch = Warning(
        "RSTA2013",
        "A catch that swallows cancellation",
        "This catch also swallows cancellation and errors of the runtime, which come out of the durable awaits in its try block: catch TerminalException, "
        + "add a filter such as when (e is not OperationCanceledException), or rethrow");

    public static readonly DiagnosticDescriptor NotAwaited = Warning(
        "RSTA2014",
        "A durable task that is not awaited",
        "Nothing awaits the task of '{0}'. The handler may end before it does, and a failure is lost: await it, or use Send for a call whose result you do not need.");

    public static readonly DiagnosticDescriptor MutableStatic = Warning(
        "RSTA2015",
        "A static that changes",
        "'{0}' is static and can change, so another process or another attempt finds another value: keep the value in state, or use it inside Run(...)");

    public static readonly DiagnosticDescriptor Settings = Warning(
        "RSTA2016",
        "Configuration or environment in a handler",
        "'{0}' may have another value in the next attempt, on another machine or after a restart: read it inside Run(...), and use the recorded value");

    private const string Category = "Restate.Determinism";

    private static DiagnosticDescriptor Error(string id, string title, string message) => RuleFactory.Create(id, Category, DiagnosticSeverity.Error, title, message);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => RuleFactory.Create(id, Category, DiagnosticSeverity.Warning, title, message);

    private static DiagnosticDescriptor Info(string id, string title, string message) => RuleFactory.Create(id, Category, DiagnosticSeverity.Info, title, message);
}
