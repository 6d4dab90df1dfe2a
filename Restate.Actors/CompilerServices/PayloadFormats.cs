using System.ComponentModel;
using Restate.Actors.Internal.Contracts;

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
    /// <returns>The format.</returns>
    public static PayloadFormat<T> Value<T>(bool isRequired) => new ValueFormat<T>(isRequired, whenEmpty: default!);

    /// <summary>Creates the format of one value whose parameter has a default.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="defaultValue">What an empty body stands for.</param>
    /// <returns>The format.</returns>
    public static PayloadFormat<T> OptionalValue<T>(T defaultValue) => new ValueFormat<T>(isRequired: false, defaultValue);
}
