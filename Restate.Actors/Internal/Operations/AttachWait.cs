using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for the result of another invocation, which the server may not know.</summary>
internal sealed class AttachWait<T>(NotificationId id, PayloadFormat<T> format, IActorSerializer serializer, AttachTarget target) : DurableWait<T>(id)
{
    protected override T Read(in NotificationResult result) => format.Read(result.Value, serializer);

    protected override Exception ToException(Failure failure) => AttachErrors.ToException(failure, target) ?? base.ToException(failure);

    protected override string Describe() => "another invocation";
}
