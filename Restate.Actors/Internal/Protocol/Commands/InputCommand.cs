namespace Restate.Actors.Internal.Protocol;

/// <summary>The input of the invocation. Only ever received: without <see cref="ICommand{TSelf}"/> there is no way to write it.</summary>
internal readonly record struct InputCommand(IReadOnlyList<Header> Headers, ReadOnlyMemory<byte> Value)
{
    public static MessageType Type => MessageType.InputCommand;

    public string Name { get => field ?? ""; init; }

    /// <remarks>A missing value is an empty one.</remarks>
    public static InputCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        List<Header>? headers = null;
        ReadOnlyMemory<byte> value = default;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    (headers ??= []).Add(Header.Read(reader.ReadMessage()));
                    break;
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                case (14 << 3) | WireType.Length:
                    value = reader.ReadValueMessage();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new InputCommand(headers ?? (IReadOnlyList<Header>)[], value) { Name = name };
    }
}
