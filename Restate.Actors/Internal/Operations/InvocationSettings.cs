using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Errors;

namespace Restate.Actors.Internal.Operations;

/// <summary>What the operations of an attempt need from outside.</summary>
internal sealed record InvocationSettings
{
    public required ActorContract Contract { get; init; }

    public required HandlerContract Handler { get; init; }

    public required IActorSerializer Serializer { get; init; }

    /// <summary>Gets what the application says of exceptions.</summary>
    public ErrorMappings Errors { get; init; } = ErrorMappings.None;

    /// <summary>Gets what the attributes of the actor class say.</summary>
    public DeclaredOptions? Declared { get; init; }

    /// <summary>Gets the clock of the process; only what is journaled may depend on it.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Gets the logger of the actor's class.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Gets the decoded state values that the activation of the key keeps.</summary>
    public DecodedValues? DecodedValues { get; init; }
}
