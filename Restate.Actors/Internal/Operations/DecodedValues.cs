using System.ComponentModel;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;
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
    private readonly Dictionary<string, Entry> _values = new(StringComparer.Ordinal);

    public static bool CanHold<T>() => Holdable<T>.IsImmutable;

    public T GetOrDecode<T>(string name, ReadOnlyMemory<byte> bytes, PayloadCoder payloads, PayloadFormat<T> format)
    {
        lock (_lock)
        {
            // Of the same type, not of a derived one: what is read must not depend on what was read before.
            if (_values.TryGetValue(name, out var known) && known.Type == typeof(T) && known.Bytes.Span.SequenceEqual(bytes.Span))
            {
                return (T)known.Value;
            }
        }

        // A reference to another actor belongs to the invocation that reads it.
        var references = ActorReferences.ReadCount;
        var decoded = payloads.Read(bytes, format, PayloadRoles.State);
        if (decoded is not null && references == ActorReferences.ReadCount)
        {
            lock (_lock)
            {
                // The bytes are a slice of the attempt's input; a copy lets the rest of it go.
                _values[name] = new Entry(typeof(T), bytes.ToArray(), decoded);
            }
        }

        return decoded;
    }

    private readonly record struct Entry(Type Type, ReadOnlyMemory<byte> Bytes, object Value);

    private static class Holdable<T>
    {
        public static readonly bool IsImmutable =
            Attribute.GetCustomAttribute(typeof(T), typeof(ImmutableObjectAttribute)) is ImmutableObjectAttribute { Immutable: true };
    }
}
