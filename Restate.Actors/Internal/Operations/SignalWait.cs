using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for an awakeable or a named signal; one without payload gives the default value.</summary>
internal sealed class SignalWait<T>(NotificationId id, PayloadFormat<T> format, PayloadCoder payloads, PayloadRoles role, LazyText what)
    : DurableWait<T>(id)
{
    protected override T Read(in NotificationResult result)
    {
        return result.Kind == NotificationResultKind.Void ? default! : payloads.Read(result.Value, format, role);
    }

    protected override string Describe() => what.ToString();
}
