using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Restate.Actors.Protobuf.Internal;

namespace Restate.Actors;

/// <summary>The serializer of messages of Protocol Buffers: classes that the protocol buffer compiler generates. For nothing else.</summary>
/// <remarks>
/// <c>UseProtobuf()</c> and <c>AddRestateProtobuf()</c> switch it on for all messages. Unknown fields are kept in binary and skipped in JSON.
/// In binary an empty message is zero bytes, and there is no null.
/// </remarks>
[RequiresUnreferencedCode(TrimmingAdvice)]
public sealed class ProtobufSerializer : IPayloadSerializer
{
    internal const string TrimmingAdvice =
        "Google.Protobuf finds the fields of messages by reflection. In trimmed and Native AOT applications keep the assemblies of the messages whole with TrimmerRootAssembly.";

    private const string BinaryContentType = "application/protobuf";
    private const string JsonContentType = "application/json";

    private readonly bool _isBinary;
    private readonly JsonFormatter _formatter;
    private readonly JsonParser _parser;

    /// <summary>Creates the serializer with the default settings.</summary>
    public ProtobufSerializer()
        : this(new ProtobufSerializerOptions())
    {
    }

    /// <summary>Creates the serializer.</summary>
    /// <param name="options">The settings.</param>
    public ProtobufSerializer(ProtobufSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _isBinary = options.Format == ProtobufFormat.Binary;
        _formatter = new JsonFormatter(new JsonFormatter.Settings(formatDefaultValues: false, options.TypeRegistry));
        _parser = new JsonParser(JsonParser.Settings.Default.WithIgnoreUnknownFields(true).WithTypeRegistry(options.TypeRegistry));
        ContentType = _isBinary ? BinaryContentType : JsonContentType;
        AcceptedContentType = _isBinary && options.AcceptsJson ? "application/*" : ContentType;
    }

    /// <inheritdoc/>
    public string ContentType { get; }

    /// <inheritdoc/>
    public string AcceptedContentType { get; }

    /// <inheritdoc/>
    public bool ReadsEmpty => _isBinary;

    /// <summary>Tells whether a type is a message that can be created.</summary>
    /// <param name="type">The type.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool Handles(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return typeof(IMessage).IsAssignableFrom(type) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null;
    }

    /// <inheritdoc/>
    public void Serialize<T>(IBufferWriter<byte> output, T value)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_isBinary)
        {
            MessageOf(value).WriteTo(output);
            return;
        }

        output.Write(Encoding.UTF8.GetBytes(value is null ? "null" : _formatter.Format(MessageOf(value))));
    }

    /// <inheritdoc/>
    public T? Deserialize<T>(ReadOnlyMemory<byte> payload)
    {
        // No message begins with a brace: it would be the start of a group, which messages of today do not have.
        if (!_isBinary || (!payload.IsEmpty && payload.Span[0] == '{'))
        {
            return Parse<T>(Encoding.UTF8.GetString(payload.Span));
        }

        var message = MessageOf(Activator.CreateInstance<T>());
        message.MergeFrom(payload.Span);
        return (T)message;
    }

    /// <inheritdoc/>
    public void WriteJson<T>(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(value is null ? "null" : _formatter.Format(MessageOf(value)));
    }

    /// <inheritdoc/>
    public T? ReadJson<T>(ref Utf8JsonReader reader)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return Parse<T>(value.RootElement.GetRawText());
    }

    /// <inheritdoc/>
    public JsonNode? GetJsonSchema(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Handles(type) ? MessageSchema.Describe(((IMessage)Activator.CreateInstance(type)!).Descriptor) : null;
    }

    private static IMessage MessageOf<T>(T value)
    {
        return value switch
        {
            IMessage message => message,
            null => throw new InvalidOperationException($"A {typeof(T)} is null, which the binary format of Protocol Buffers cannot say. Use ProtobufFormat.Json, or no null."),
            _ => throw new NotSupportedException($"{typeof(T)} is no message of Protocol Buffers."),
        };
    }

    private T? Parse<T>(string json)
    {
        if (json == "null")
        {
            return default;
        }

        MessageDescriptor descriptor = MessageOf(Activator.CreateInstance<T>()).Descriptor;
        try
        {
            return (T)_parser.Parse(json, descriptor);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new JsonException($"It is no JSON of a {descriptor.FullName}: {error.Message}", error);
        }
    }
}
