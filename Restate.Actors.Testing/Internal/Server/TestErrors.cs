using System.Globalization;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Inspection;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The texts of errors that fail a test.</summary>
internal static class TestErrors
{
    public static ActorTestException Mismatch(ServerInvocation invocation, AttemptError error) => new(
        $"""
        {invocation.Name} is not deterministic ({invocation.Id}, attempt {invocation.Retries.Attempts}).
        {error.Message}
        {Places(error)}
        The journal that was replayed:
        {JournalText.Of(invocation)}
        """);

    public static ActorTestException Paused(ServerInvocation invocation) => new(
        $"""
        {invocation.Name} is paused: {invocation.Retries.Attempts} attempts have failed ({invocation.Id}), and nobody would get an answer.
        The last one: {invocation.Retries.LastError!.Message}
        {invocation.Retries.LastError.StackTrace}
        If the failure is meant to reach the caller, throw a TerminalException. To see it succeed at last, let the test mend what fails before its attempts
        are used up, or call host.ResumeAsync(invocation). The journal:
        {JournalText.Of(invocation)}
        """);

    public static ActorTestException UnknownCallee(ServerInvocation caller, CallRequest call, ServedActors actors) => new(
        $"""
        {caller.Name} calls {call.Service}/{call.Handler}, which this test host does not have.
        Add the actor where the host is started, or put something in its place: host.Stub<TActor>(implementation).
        The host has: {string.Join(", ", actors.Names)}.
        """);

    public static ActorTestException Stuck(TestServer server, TimeSpan patience) => new(
        $"""
        Nothing has happened for {patience.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds, and somebody still waits for an answer.
        {Situation(server)}
        """);

    public static ActorTestException EndlessTimers(TestServer server, int count) => new(
        $"""
        {count} timers have fired, and the answer that the test waits for has not come. Some actor starts one timer after the other.
        Switch ActorTestOptions.AutoAdvance off and move the time with AdvanceAsync.
        {Situation(server)}
        """);

    public static ActorTestException ReplayMismatch(RecordedJournal journal, AttemptError error) => new(
        $"""
        The code does not fit the recorded journal of {journal.Service}/{journal.Handler}: an invocation that is under way would not go on after a deployment in place.
        {error.Message}
        {Places(error)}
        The journal:
        {journal}
        """);

    public static ActorTestException Ended() => new("The test host was disposed while the call was under way.");

    public static ActorTestException Broken(Exception error) => new($"The test host itself has failed: {error.Message}", error);

    private static string Situation(TestServer server) =>
        $"""
        Invocations that are not complete:
        {InvocationsText.Open(server)}
        Timers:
        {InvocationsText.Timers(server)}
        """;

    private static string Places(AttemptError error) => error.StackTrace.Length == 0 ? "" : $"Attempted at:\n{error.StackTrace.TrimEnd()}\n";
}
