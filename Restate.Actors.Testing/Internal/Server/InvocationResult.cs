using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>How an invocation ended.</summary>
/// <param name="Value">Its output, when it succeeded.</param>
/// <param name="Failure">Why it failed.</param>
internal sealed record InvocationResult(ReadOnlyMemory<byte> Value, Failure? Failure)
{
    public static InvocationResult Of(in CommandResult result) => new(result.Value, result.Failure);

    public static InvocationResult Failed(int code, string message) => new(default, new Failure(code, message));

    public NotificationResult ToNotification() => Failure is null ? NotificationResult.Success(Value) : NotificationResult.Failed(Failure);
}
