using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Restate.Actors.Internal.Operations;

/// <summary>The serializer of hosts and clients that set none.</summary>
internal static class DefaultSerializer
{
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only where reflection-based JSON is switched on, which trimmed applications do not.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only where reflection-based JSON is switched on, which AOT applications do not.")]
    public static IActorSerializer Create()
    {
        return JsonSerializer.IsReflectionEnabledByDefault
            ? JsonActorSerializer.CreateReflectionBased()
            : throw new InvalidOperationException(
                "Reflection-based JSON is switched off in this application and no serializer was set. "
                + "Call UseJson(YourJsonContext.Default) after AddRestateActors() and AddRestateClient().");
    }
}
