using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Validation;

namespace Restate.Actors.Internal.Operations;

/// <summary>What the operations of all attempts of one handler need from outside.</summary>
internal sealed record InvocationSettings
{
    public required ActorContract Contract { get; init; }

    public required HandlerContract Handler { get; init; }

    /// <summary>Gets the wire names of the service and the handler.</summary>
    public required string Name { get; init; }

    public required PayloadCoder Payloads { get; init; }

    /// <summary>Gets the checks of the handler's input, or <see langword="null"/> for none.</summary>
    public InputChecks? InputChecks { get; init; }

    /// <summary>Gets what the application says of exceptions.</summary>
    public ErrorMappings Errors { get; init; } = ErrorMappings.None;

    /// <summary>Gets what the attributes of the actor class say.</summary>
    public DeclaredOptions? Declared { get; init; }

    /// <summary>Gets the clock of the process; only what is journaled may depend on it.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Gets the logger of the actor's class.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Gets whether state is written when the handler succeeds, not before.</summary>
    public bool SavesOnSuccess { get; init; }

    /// <summary>Gets whether a cancellation fires the token of the handler and does nothing else.</summary>
    public bool CancelsExplicitly { get; init; }

    /// <summary>Gets whether the actor can have reminders.</summary>
    public bool IsRemindable { get; init; }

    /// <summary>Gets the filters around the handler, the outermost first.</summary>
    public IReadOnlyList<Func<IServiceProvider, IActorFilter>> Filters { get; init; } = [];

    /// <summary>Gets the filters around the calls that the handler makes.</summary>
    public SharedFilters<IOutgoingActorFilter> OutgoingFilters { get; init; } = SharedFilters<IOutgoingActorFilter>.None;

    /// <summary>Gets what goes on from the request to the calls that the handler makes.</summary>
    public CarriedHeaders CarriedHeaders { get; init; } = CarriedHeaders.None;
}
