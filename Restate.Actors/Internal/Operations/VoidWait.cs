using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for something without a value.</summary>
internal sealed class VoidWait(NotificationId id) : DurableWait<NoValue>(id)
{
    protected override NoValue Read(in NotificationResult result) => default;

    protected override string Describe() => Id.ToString();
}
