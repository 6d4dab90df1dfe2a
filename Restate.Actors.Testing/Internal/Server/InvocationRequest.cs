using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>Somebody wants a handler to run.</summary>
internal sealed record InvocationRequest
{
    public required ActorKey Target { get; init; }

    public required string Handler { get; init; }

    public ReadOnlyMemory<byte> Input { get; init; }

    public IReadOnlyList<Header> Headers { get; init; } = [];

    public string? IdempotencyKey { get; init; }

    /// <summary>Gets when it is to start; the past means at once.</summary>
    public DateTimeOffset StartTime { get; init; }

    /// <summary>Gets the id of the invocation that asks, or <see langword="null"/> for a caller outside.</summary>
    public string? CallerId { get; init; }
}
