using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Restate.Actors.CompilerServices;

/// <summary>The format of several parameters: a JSON object with one property per parameter. Base of generated formats.</summary>
/// <typeparam name="TArguments">A generated struct with one member per parameter.</typeparam>
/// <remarks>The object is JSON, whatever the serializer of single values is; each parameter is written by its serializer, as JSON.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ArgumentsFormat<TArguments> : PayloadFormat<TArguments>
{
    private byte[][]? _names;

    /// <inheritdoc/>
    public sealed override PayloadKind Kind => PayloadKind.Arguments;

    /// <inheritdoc/>
    public abstract override IReadOnlyList<ParameterContract> Parameters { get; }

    /// <inheritdoc/>
    public override bool IsRequired => true;

    /// <inheritdoc/>
    public sealed override void Write(IBufferWriter<byte> output, TArguments value, IActorSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = serializer.JsonOptions.Encoder, SkipValidation = true });
        writer.WriteStartObject();
        WriteMembers(writer, value, serializer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public sealed override TArguments Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer)
    {
        var reader = new Utf8JsonReader(payload.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"The input must be a JSON object with the properties {string.Join(", ", Parameters.Select(parameter => parameter.Name))}.");
        }

        var value = ReadMembers(ref reader, serializer);
        if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
        {
            throw new JsonException("The input holds more than one JSON value.");
        }

        return value;
    }

    /// <summary>Writes the properties.</summary>
    /// <param name="writer">A writer inside the object.</param>
    /// <param name="value">The arguments.</param>
    /// <param name="serializer">The serializer of the host or client.</param>
    protected abstract void WriteMembers(Utf8JsonWriter writer, TArguments value, IActorSerializer serializer);

    /// <summary>Reads the properties until the end of the object. Unknown properties are skipped, missing optional ones get their default, a missing other one is a <see cref="JsonException"/>.</summary>
    /// <param name="reader">A reader at the start of the object; left at its end.</param>
    /// <param name="serializer">The serializer of the host or client.</param>
    /// <returns>The arguments.</returns>
    protected abstract TArguments ReadMembers(ref Utf8JsonReader reader, IActorSerializer serializer);

    /// <summary>Writes one property.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="writer">A writer inside the object.</param>
    /// <param name="name">The property's name in UTF-8.</param>
    /// <param name="value">The argument.</param>
    /// <param name="serializer">The serializer of the host or client, or that of the parameter or its type.</param>
    protected static void WriteMember<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value, IPayloadSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(serializer);
        writer.WritePropertyName(name);
        serializer.WriteJson(writer, value);
    }

    /// <summary>Finds the parameter that a property belongs to: by its exact name, else by its name ignoring case.</summary>
    /// <param name="reader">A reader at the name of a property.</param>
    /// <returns>The index in <see cref="Parameters"/>, or -1 if the property is unknown.</returns>
    protected int FindMember(ref Utf8JsonReader reader)
    {
        var names = _names ??= [.. Parameters.Select(parameter => Encoding.UTF8.GetBytes(parameter.Name))];
        try
        {
            for (var index = 0; index < names.Length; index++)
            {
                if (reader.ValueTextEquals(names[index]))
                {
                    return index;
                }
            }

            var name = reader.GetString();
            for (var index = 0; index < names.Length; index++)
            {
                if (string.Equals(name, Parameters[index].Name, StringComparison.OrdinalIgnoreCase))
                {
                    return index;
                }
            }

            return -1;
        }
        catch (InvalidOperationException error)
        {
            // The reader checks the encoding of a text only when it is taken.
            throw new JsonException("The name of a property is not valid UTF-8.", error);
        }
    }

    /// <summary>Reads the value of one property.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="reader">A reader at the value.</param>
    /// <param name="serializer">The serializer of the host or client, or that of the parameter or its type.</param>
    /// <returns>The argument.</returns>
    protected static T? ReadMember<T>(ref Utf8JsonReader reader, IPayloadSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        return serializer.ReadJson<T>(ref reader);
    }

    /// <summary>Reads the value of one property that cannot be null.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="reader">A reader at the value.</param>
    /// <param name="serializer">The serializer of the host or client, or that of the parameter or its type.</param>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The argument.</returns>
    protected static T ReadRequiredMember<T>(ref Utf8JsonReader reader, IPayloadSerializer serializer, string name)
    {
        return ReadMember<T>(ref reader, serializer) ?? throw new JsonException($"The property '{name}' is null, which its type does not allow.");
    }

    /// <summary>Creates the error for a parameter that the input lacks.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The exception to throw.</returns>
    protected static JsonException MissingMember(string name) => new($"The input lacks the property '{name}'.");
}
