using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Telemetry;

namespace Restate.Actors.Internal.Attempts;

/// <summary>What all attempts of a process share.</summary>
internal sealed class AttemptEnvironment
{
    public required IServiceScopeFactory Scopes { get; init; }

    public required IActorSerializer Serializer { get; init; }

    public required ILoggerFactory Loggers { get; init; }

    public ErrorMappings Errors { get; init; } = ErrorMappings.None;

    public HostFilters Filters { get; init; } = HostFilters.None;

    public required RestateActorsOptions Options { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Gets the clock by which handlers and their steps go, if it is another one.</summary>
    public TimeProvider? HandlerClock { get; init; }

    /// <summary>Gets the clock that actors and their helpers inject.</summary>
    public TimeProvider InjectedClock => HandlerClock is null ? ContextTimeProvider.Instance : field ??= new ContextTimeProvider(HandlerClock);

    /// <summary>Gets where the closures of steps are executed.</summary>
    public StepScheduler Steps { get; init; } = StepScheduler.ThreadPool;

    /// <summary>Gets whether a handler that leaves its turn scheduler fails.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>Gets what the server is asked to do when a handler does not fit its journal.</summary>
    public ErrorBehavior OnJournalMismatch => Options.JournalMismatch switch
    {
        JournalMismatchHandling.Pause => ErrorBehavior.Pause,
        JournalMismatchHandling.Fail => ErrorBehavior.Fail,
        _ => ErrorBehavior.Retry,
    };

    public EscapeReports Escapes { get; } = new();

    public ActorTelemetry Telemetry { get; } = new();
}
