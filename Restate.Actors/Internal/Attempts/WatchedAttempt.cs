using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Telemetry;

namespace Restate.Actors.Internal.Attempts;

/// <summary>An attempt on which somebody looks: filters, spans, metrics. The way through it is not taken when there are none.</summary>
internal sealed class WatchedAttempt(AttemptEnvironment environment, InvocationSettings settings, JournalMachine journal, AttemptConnection connection)
{
    /// <summary>Gets what is to be told to listeners, if there are any.</summary>
    public AttemptObservation? Observation { get; private set; }

    public static bool IsNeeded(AttemptEnvironment environment) => !environment.Filters.Attempts.IsEmpty || environment.Telemetry.IsEnabled;

    /// <summary>Runs the attempt inside its filters and its span.</summary>
    /// <param name="attempt">Runs it.</param>
    /// <param name="handlerError">Gets what the handler's code threw.</param>
    public async Task RunAsync(Func<Task> attempt, Func<Exception?> handlerError)
    {
        if (environment.Telemetry.IsEnabled)
        {
            // In this method and not in one that it calls: the span is current until it returns.
            var trace = ActorTelemetry.Spans.HasListeners() ? TraceHeaders.Find(connection.TraceParent, connection.TraceState, RequestHeaders) : default;
            Observation = AttemptObservation.Begin(environment.Telemetry, settings.Contract.Name, settings.Handler.Name, journal.Start!, trace);
        }

        try
        {
            await (environment.Filters.Attempts.IsEmpty ? attempt() : RunFilteredAsync(attempt, handlerError)).ConfigureAwait(false);
        }
        finally
        {
            var error = handlerError();
            Observation?.End(OutcomeOf(error), error, journal.Failure?.Message ?? error?.Message);
        }
    }

    private Task RunFilteredAsync(Func<Task> attempt, Func<Exception?> handlerError)
    {
        var start = journal.Start!;
        var context = new AttemptContext(settings.Contract.Name, settings.Handler.Name, start.Key, start.DebugId)
        {
            RetryCount = (int)start.RetryCountSinceLastStoredEntry,
            JournalEntries = (int)start.KnownEntries,
        };
        return FilteredAttempt.RunAsync(environment.Filters.Attempts.All, context, RunAndTellAsync, journal, settings.Logger);

        async Task RunAndTellAsync()
        {
            await attempt().ConfigureAwait(false);
            context.Error = handlerError();
            context.Outcome = OutcomeOf(context.Error);
        }
    }

    private AttemptOutcome OutcomeOf(Exception? handlerError) => journal.Outcome switch
    {
        JournalOutcome.Ended => handlerError is null ? AttemptOutcome.Completed : AttemptOutcome.Failed,
        JournalOutcome.Suspended => AttemptOutcome.Suspended,
        JournalOutcome.Failed => AttemptOutcome.Retried,
        _ => AttemptOutcome.Aborted,
    };

    private IReadOnlyList<Header> RequestHeaders()
    {
        try
        {
            return journal.PeekInput()?.Headers ?? [];
        }
        catch (ProtocolException)
        {
            // The attempt finds it, too, and says so.
            return [];
        }
    }
}
