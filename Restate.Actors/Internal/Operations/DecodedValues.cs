using System.ComponentModel;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.References;

namespace Restate.Actors.Internal.Operations;

/// <summary>Decoded state values of one key, kept between invocations. Only what its bytes determine: a value is reused when its bytes are equal.</summary>
/// <remarks>
/// Only types that say they never change are kept (<see cref="ImmutableObjectAttribute"/>): a handler could change any other
/// object after it was read, and the next invocation would see the change without a write.
/// </remarks>
internal sealed class DecodedValues
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (ReadOnlyMemory<byte> Bytes, object Value)> _values = new(StringComparer.Ordinal);

    public static bool CanHold<T>() => Holdable<T>.IsImmutable;

    public T GetOrDecode<T>(string name, ReadOnlyMemory<byte> bytes, IActorSerializer serializer, PayloadFormat<T> format)
    {
        lock (_lock)
        {
            if (_values.TryGetValue(name, out var known) && known.Value is T value && known.Bytes.Span.SequenceEqual(bytes.Span))
            {
                return value;
            }
        }

        // A reference to another actor belongs to the invocation that reads it.
        var references = ActorReferences.ReadCount;
        var decoded = format.Read(bytes, serializer);
        if (decoded is not null && references == ActorReferences.ReadCount)
        {
            lock (_lock)
            {
                // The bytes are a slice of the attempt's input; a copy lets the rest of it go.
                _values[name] = (bytes.ToArray(), decoded);
            }
        }

        return decoded;
    }

    private static class Holdable<T>
    {
        public static readonly bool IsImmutable =
            Attribute.GetCustomAttribute(typeof(T), typeof(ImmutableObjectAttribute)) is ImmutableObjectAttribute { Immutable: true };
    }
}
