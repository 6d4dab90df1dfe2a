using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for an awakeable or a named signal; one without payload gives the default value.</summary>
internal sealed class SignalWait<T>(NotificationId id, PayloadFormat<T> format, IActorSerializer serializer, LazyText what) : DurableWait<T>(id)
{
    protected override T Read(in NotificationResult result)
    {
        return result.Kind == NotificationResultKind.Void ? default! : format.Read(result.Value, serializer);
    }

    protected override string Describe() => what.ToString();
}
