using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for a value that a payload format reads.</summary>
internal sealed class PayloadWait<T>(NotificationId id, PayloadFormat<T> format, PayloadCoder payloads, PayloadRoles role, LazyText what)
    : DurableWait<T>(id)
{
    protected override T Read(in NotificationResult result) => payloads.Read(result.Value, format, role);

    protected override string Describe() => what.ToString();
}
