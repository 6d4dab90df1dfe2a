using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for a value that may not be there yet.</summary>
internal sealed class OutputWait<T>(NotificationId id, PayloadFormat<T> format, IActorSerializer serializer, LazyText what, AttachTarget? target = null)
    : DurableWait<InvocationOutput<T>>(id)
{
    protected override InvocationOutput<T> Read(in NotificationResult result)
    {
        return result.Kind == NotificationResultKind.Void ? default : new InvocationOutput<T>(IsCompleted: true, format.Read(result.Value, serializer));
    }

    protected override Exception ToException(Failure failure) => (target is null ? null : AttachErrors.ToException(failure, target)) ?? base.ToException(failure);

    protected override string Describe() => what.ToString();
}
