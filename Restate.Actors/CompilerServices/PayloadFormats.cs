using System.ComponentModel;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.CompilerServices;

/// <summary>The formats that need no generated code. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadFormats
{
    /// <summary>Gets the format of no input or no output.</summary>
    public static PayloadFormat<NoValue> None { get; } = new NoValueFormat();

    /// <summary>Gets the format of a byte array: the bytes themselves.</summary>
    public static PayloadFormat<byte[]> Bytes { get; } = new BytesFormat();

    /// <summary>Gets the format of memory: the bytes themselves.</summary>
    public static PayloadFormat<ReadOnlyMemory<byte>> Memory { get; } = new MemoryFormat();

    /// <summary>Creates the format of one value that the serializer writes.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="isRequired">Whether an empty body is refused (a value that cannot be null).</param>
    /// <param name="serializer">The serializer that the contract or the type names, or <see langword="null"/> for that of the host or client.</param>
    /// <returns>The format.</returns>
    public static PayloadFormat<T> Value<T>(bool isRequired, IPayloadSerializer? serializer = null)
    {
        return new ValueFormat<T>(isRequired, whenEmpty: default!, serializer);
    }

    /// <summary>Creates the format of one value whose parameter has a default.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="defaultValue">What an empty body stands for.</param>
    /// <param name="serializer">The serializer that the contract or the type names, or <see langword="null"/> for that of the host or client.</param>
    /// <returns>The format.</returns>
    public static PayloadFormat<T> OptionalValue<T>(T defaultValue, IPayloadSerializer? serializer = null)
    {
        return new ValueFormat<T>(isRequired: false, defaultValue, serializer);
    }

    /// <summary>Gets the one instance of a serializer.</summary>
    /// <typeparam name="TSerializer">The class that <see cref="PayloadSerializerAttribute"/> names.</typeparam>
    /// <returns>The instance.</returns>
    public static IPayloadSerializer Serializer<TSerializer>()
        where TSerializer : IPayloadSerializer, new() => Instance<TSerializer>.Value;

    /// <summary>Gets the serializer that a type names for itself.</summary>
    /// <typeparam name="T">A type with <see cref="PayloadSerializerAttribute"/>.</typeparam>
    /// <returns>The serializer.</returns>
    public static IPayloadSerializer SerializerOf<T>() => DeclaredSerializer.Of(typeof(T))
        ?? throw new InvalidOperationException($"{typeof(T)} names no serializer any more. Rebuild what uses it.");

    private static class Instance<TSerializer>
        where TSerializer : IPayloadSerializer, new()
    {
        public static readonly IPayloadSerializer Value = new TSerializer();
    }
}
