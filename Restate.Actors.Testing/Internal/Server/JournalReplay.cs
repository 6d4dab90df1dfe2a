using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>Runs one attempt from a recorded journal against the code that is here, and carries nothing of it out.</summary>
internal sealed class JournalReplay(IServiceProvider services, AttemptEnvironment environment)
{
    public async Task<ReplayOutcome> RunAsync(RecordedJournal journal)
    {
        var steps = new NoSteps();
        using var engine = new ActorEngine(new ActorCatalog(services.GetServices<ActorRegistration>()), CopyOf(environment, steps));
        var handler = engine.Catalog.Find(journal.Service, journal.Handler) ?? throw new ArgumentException(
            $"The journal is of {journal.Service}/{journal.Handler}, which this host does not have. Was the actor added, or was the handler renamed without an alias?", nameof(journal));
        List<JournalEntry> answers = [];
        var connection = MemoryConnection.Create(answers.AddRange, static () => { });
        connection.Send([ServerMessages.Start(StartOf(journal)), .. journal.Entries]);
        connection.EndInput();
        var attempt = engine.RunAsync(handler, connection);
        if (steps.WasAsked && !attempt.IsCompleted)
        {
            connection.Abort();
        }

        await attempt;
        return Judge(journal, answers, steps.WasAsked);
    }

    private static AttemptStart StartOf(RecordedJournal journal) => new()
    {
        Id = journal.Recorded.Id,
        RawId = journal.Recorded.RawId,
        RandomSeed = journal.Recorded.RandomSeed,
        Key = journal.Key,
        KnownEntries = journal.Entries.Count,
        IsPartial = true,
    };

    private static ReplayOutcome Judge(RecordedJournal journal, List<JournalEntry> answers, bool wantedStep)
    {
        var last = answers.Count == 0 ? default : answers[^1];
        switch (last.Type)
        {
            case MessageType.Error:
                var error = AttemptError.Read(last.Payload);
                return error.Code is ErrorCodes.JournalMismatch or ErrorCodes.ProtocolViolation
                    ? throw TestErrors.ReplayMismatch(journal, error)
                    : ReplayOutcome.Failed;
            case MessageType.End when answers.Count == 1:
                return ReplayOutcome.Completed;
            case MessageType.Suspension when answers.Count == 1:
                return ReplayOutcome.Waiting;
            default:
                return answers.Count == 0 && !wantedStep ? ReplayOutcome.Failed : ReplayOutcome.WentOn;
        }
    }

    private static AttemptEnvironment CopyOf(AttemptEnvironment environment, StepScheduler steps) => new()
    {
        Scopes = environment.Scopes,
        Serializer = environment.Serializer,
        Loggers = environment.Loggers,
        Errors = environment.Errors,
        Filters = environment.Filters,
        Options = environment.Options,
        Clock = environment.Clock,
        HandlerClock = environment.HandlerClock,
        Steps = steps,
        IsStrict = environment.IsStrict,
    };

    /// <summary>Executes no step: it is enough that the handler wants one.</summary>
    private sealed class NoSteps : StepScheduler
    {
        public bool WasAsked { get; private set; }

        public override void Start(StepExecution step) => WasAsked = true;
    }
}
