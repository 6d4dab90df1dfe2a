using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Internal.Telemetry;
using Restate.Actors.Internal.Validation;

namespace Restate.Actors.Internal.Attempts;

/// <summary>What all attempts of a process share.</summary>
internal sealed record AttemptEnvironment
{
    public required IServiceScopeFactory Scopes { get; init; }

    public required IActorSerializer Serializer { get; init; }

    /// <summary>Gets what encodes stored payloads, or <see langword="null"/> for nothing.</summary>
    public PayloadTransforms? Transforms { get; init; }

    public PayloadCoder Payloads => field ??= new PayloadCoder(Serializer, Transforms);

    /// <summary>Gets what checks the inputs of handlers, or <see langword="null"/> for nothing.</summary>
    public IInputChecking? InputChecking { get; init; }

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

    /// <summary>Collects what an application has registered.</summary>
    /// <param name="services">Its services.</param>
    /// <param name="isStrictByDefault">Whether a handler that leaves its turn scheduler fails if the options say nothing.</param>
    public static AttemptEnvironment Create(IServiceProvider services, bool isStrictByDefault)
    {
        var options = services.GetRequiredService<IOptions<RestateActorsOptions>>().Value;
        var payloads = services.GetRequiredService<PayloadCoder>();
        return new AttemptEnvironment
        {
            Scopes = services.GetRequiredService<IServiceScopeFactory>(),
            Serializer = payloads.Serializer,
            Transforms = payloads.Transforms,
            InputChecking = services.GetService<IInputChecking>(),
            Loggers = services.GetRequiredService<ILoggerFactory>(),
            Errors = services.GetRequiredService<ErrorMappings>(),
            Filters = HostFilters.Create(services),
            Options = options,
            Clock = TimeProvider.System,
            IsStrict = options.EscapeHandling is { } handling ? handling == EscapeHandling.Fail : isStrictByDefault,
        };
    }
}
