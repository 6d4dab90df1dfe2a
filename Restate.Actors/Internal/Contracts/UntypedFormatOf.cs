using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Contracts;

/// <summary>The format of the results of handlers that no contract describes.</summary>
internal static class UntypedFormatOf<T>
{
    // An empty result may be null, but it is not the number zero.
    public static PayloadFormat<T> Instance { get; } = PayloadFormatOf<T>.Instance is { Kind: PayloadKind.Value } && default(T) is not null
        ? PayloadFormats.Value<T>(isRequired: true, DeclaredSerializer.Of(typeof(T)))
        : PayloadFormatOf<T>.Instance;
}
