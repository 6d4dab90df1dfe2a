using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for the result of another invocation, which the server may not know.</summary>
internal sealed class AttachWait<T>(NotificationId id, PayloadFormat<T> format, PayloadCoder payloads, AttachTarget target) : DurableWait<T>(id)
{
    protected override T Read(in NotificationResult result) => payloads.Read(result.Value, format, PayloadRoles.Result);

    protected override Exception ToException(Failure failure) => AttachErrors.ToException(failure, target) ?? base.ToException(failure);

    protected override string Describe() => "another invocation";
}
