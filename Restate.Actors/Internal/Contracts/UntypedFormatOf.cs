using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>The format of the results of handlers that no contract describes.</summary>
internal static class UntypedFormatOf<T>
{
    // An empty result may be null, but it is not the number zero.
    public static PayloadFormat<T> Instance { get; } = PayloadFormatOf<T>.Instance is { Kind: PayloadKind.Value } && default(T) is not null
        ? PayloadFormats.Value<T>(isRequired: true)
        : PayloadFormatOf<T>.Instance;
}
