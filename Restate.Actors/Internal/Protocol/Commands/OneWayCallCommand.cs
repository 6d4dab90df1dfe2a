namespace Restate.Actors.Internal.Protocol;

/// <summary>A call whose result nobody waits for.</summary>
/// <param name="Request">Whom to call, and with what.</param>
/// <param name="InvokeTime">Milliseconds since the Unix epoch; 0 is now. Comes from a clock and is not compared.</param>
/// <param name="InvocationIdCompletionId">Completion that brings the id of the called invocation.</param>
internal readonly record struct OneWayCallCommand(CallRequest Request, ulong InvokeTime, uint InvocationIdCompletionId)
    : ICommand<OneWayCallCommand>
{
    public static MessageType Type => MessageType.OneWayCallCommand;

    public string Name => Request.Name;

    public static OneWayCallCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        string service = "", handler = "", key = "", name = "";
        ReadOnlyMemory<byte> parameter = default;
        List<Header>? headers = null;
        string? idempotencyKey = null, scope = null, limitKey = null;
        uint invocationIdCompletionId = 0;
        ulong invokeTime = 0;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    service = reader.ReadString();
                    break;
                case (2 << 3) | WireType.Length:
                    handler = reader.ReadString();
                    break;
                case (3 << 3) | WireType.Length:
                    parameter = reader.ReadBytes();
                    break;
                case (4 << 3) | WireType.Varint:
                    invokeTime = reader.ReadUInt64();
                    break;
                case (5 << 3) | WireType.Length:
                    (headers ??= []).Add(Header.Read(reader.ReadMessage()));
                    break;
                case (6 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (7 << 3) | WireType.Length:
                    idempotencyKey = reader.ReadString();
                    break;
                case (8 << 3) | WireType.Length:
                    scope = reader.ReadString();
                    break;
                case (9 << 3) | WireType.Length:
                    limitKey = reader.ReadString();
                    break;
                case (10 << 3) | WireType.Varint:
                    invocationIdCompletionId = reader.ReadUInt32();
                    break;
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        var request = new CallRequest
        {
            Service = service,
            Handler = handler,
            Key = key,
            Parameter = parameter,
            Headers = headers ?? (IReadOnlyList<Header>)[],
            IdempotencyKey = idempotencyKey,
            Scope = scope,
            LimitKey = limitKey,
            Name = name,
        };
        return new OneWayCallCommand(request, invokeTime, invocationIdCompletionId);
    }

    public static void Validate(in OneWayCallCommand command, ServiceProtocolVersion version) => command.Request.Validate(version);

    public int GetPayloadLength() =>
        Request.GetLength() + ProtobufSize.UInt64(InvokeTime) + ProtobufSize.UInt32(InvocationIdCompletionId);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, Request.Service);
        writer.WriteString(2, Request.Handler);
        writer.WriteBytes(3, Request.Parameter);
        writer.WriteUInt64(4, InvokeTime);
        writer.WriteHeaders(5, Request.Headers);
        writer.WriteString(6, Request.Key);
        writer.WriteOptionalString(7, Request.IdempotencyKey);
        writer.WriteOptionalString(8, Request.Scope);
        writer.WriteOptionalString(9, Request.LimitKey);
        writer.WriteUInt32(10, InvocationIdCompletionId);
        writer.WriteString(12, Request.Name);
    }

    public void Compare(in OneWayCallCommand recorded, ref FieldComparison comparison)
    {
        Request.Compare(recorded.Request, ref comparison);
        comparison.Compare("invocation id completion id", recorded.InvocationIdCompletionId, InvocationIdCompletionId);
    }
}
