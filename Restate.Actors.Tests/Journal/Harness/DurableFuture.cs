using System.Runtime.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>What a scripted handler awaits: a node of the await tree, and the way to its outcome.</summary>
/// <remarks>Awaiting parks the continuation in the context; the driver resumes it. No task and no thread is involved.</remarks>
internal sealed class DurableFuture(HandlerContext context, AwaitNode? node, Func<Outcome?> settle)
{
    private Outcome? _outcome;

    public AwaitNode Node => node!;

    /// <summary>Gets whether the value was known without waiting.</summary>
    public bool IsKnown => node is null;

    /// <summary>Gets the notification of a leaf.</summary>
    public NotificationId Id { get; init; }

    /// <summary>Gets the outcome of a future that a combinator has settled.</summary>
    public Outcome? Outcome => Settle();

    public static DurableFuture Known(HandlerContext context, string? value) => new(context, node: null, () => new Outcome(value));

    public Outcome? Settle() => _outcome ??= settle();

    public void Fail(TerminalException error) => _outcome ??= new Outcome(Value: null, error);

    public Awaiter GetAwaiter() => new(this);

    internal readonly struct Awaiter(DurableFuture future) : INotifyCompletion
    {
        public bool IsCompleted => future.IsKnown;

        public string? GetResult() => future.Settle()!.ValueOrThrow;

        public void OnCompleted(Action continuation) => future.Park(continuation);
    }

    private void Park(Action continuation) => context.Park(this, continuation);
}
