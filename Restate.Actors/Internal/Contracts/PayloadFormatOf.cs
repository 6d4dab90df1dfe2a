using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>The format of values that no contract describes: state, results of steps, promises, awakeables.</summary>
internal static class PayloadFormatOf<T>
{
    public static PayloadFormat<T> Instance { get; } = Choose();

    private static PayloadFormat<T> Choose()
    {
        PayloadFormat? raw = typeof(T) == typeof(byte[]) ? PayloadFormats.Bytes
            : typeof(T) == typeof(ReadOnlyMemory<byte>) ? PayloadFormats.Memory
            : typeof(T) == typeof(RawPayload) ? RawPayloadFormat.Instance
            : typeof(T) == typeof(NoValue) ? PayloadFormats.None
            : null;
        return raw as PayloadFormat<T> ?? new ValueFormat<T>(isRequired: false, whenEmpty: default!);
    }
}
