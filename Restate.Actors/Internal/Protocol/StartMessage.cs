namespace Restate.Actors.Internal.Protocol;

/// <summary>The first message of an attempt.</summary>
internal sealed class StartMessage
{
    /// <summary>Gets the raw invocation id, the same in every attempt.</summary>
    public ReadOnlyMemory<byte> Id { get; init; }

    /// <summary>Gets the printable invocation id, <c>inv_1…</c>.</summary>
    public string DebugId { get; init; } = "";

    /// <summary>Gets how many commands and notifications follow as replay.</summary>
    public uint KnownEntries { get; init; }

    /// <summary>Gets the state of the key, as far as it was sent.</summary>
    public IReadOnlyList<(string Key, ReadOnlyMemory<byte> Value)> StateMap { get; init; } = [];

    /// <summary>Gets whether keys may be missing in <see cref="StateMap"/>.</summary>
    public bool PartialState { get; init; }

    /// <summary>Gets the object key or workflow id; empty for services.</summary>
    public string Key { get; init; } = "";

    /// <summary>Gets the number of failed attempts since the last new command. Best effort of the server.</summary>
    public uint RetryCountSinceLastStoredEntry { get; init; }

    /// <summary>Gets milliseconds since the last entry was stored. Without meaning when the retry count is 0.</summary>
    public ulong DurationSinceLastStoredEntry { get; init; }

    /// <summary>Gets the seed of the deterministic generator. To be used from V6 on.</summary>
    public ulong RandomSeed { get; init; }

    /// <summary>Gets the scope the invocation was called in (V7).</summary>
    public string? Scope { get; init; }

    /// <summary>Gets the limit key of the invocation (V7).</summary>
    public string? LimitKey { get; init; }

    /// <summary>Gets the idempotency key of the invocation (V7).</summary>
    public string? IdempotencyKey { get; init; }

    /// <exception cref="ProtocolException">The payload is malformed, or a state key is not UTF-8.</exception>
    public static StartMessage Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        ReadOnlyMemory<byte> id = default;
        string debugId = "", key = "";
        uint knownEntries = 0, retryCount = 0;
        ulong duration = 0, seed = 0;
        var partialState = false;
        List<(string, ReadOnlyMemory<byte>)>? state = null;
        string? scope = null, limitKey = null, idempotencyKey = null;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    id = reader.ReadBytes();
                    break;
                case (2 << 3) | WireType.Length:
                    debugId = reader.ReadString();
                    break;
                case (3 << 3) | WireType.Varint:
                    knownEntries = reader.ReadUInt32();
                    break;
                case (4 << 3) | WireType.Length:
                    (state ??= []).Add(ReadStateEntry(reader.ReadMessage()));
                    break;
                case (5 << 3) | WireType.Varint:
                    partialState = reader.ReadBool();
                    break;
                case (6 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (7 << 3) | WireType.Varint:
                    retryCount = reader.ReadUInt32();
                    break;
                case (8 << 3) | WireType.Varint:
                    duration = reader.ReadUInt64();
                    break;
                case (9 << 3) | WireType.Varint:
                    seed = reader.ReadUInt64();
                    break;
                case (10 << 3) | WireType.Length:
                    scope = reader.ReadString();
                    break;
                case (11 << 3) | WireType.Length:
                    limitKey = reader.ReadString();
                    break;
                case (12 << 3) | WireType.Length:
                    idempotencyKey = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new StartMessage
        {
            Id = id,
            DebugId = debugId,
            KnownEntries = knownEntries,
            StateMap = state ?? (IReadOnlyList<(string, ReadOnlyMemory<byte>)>)[],
            PartialState = partialState,
            Key = key,
            RetryCountSinceLastStoredEntry = retryCount,
            DurationSinceLastStoredEntry = duration,
            RandomSeed = seed,
            Scope = scope,
            LimitKey = limitKey,
            IdempotencyKey = idempotencyKey,
        };
    }

    private static (string Key, ReadOnlyMemory<byte> Value) ReadStateEntry(ProtobufReader reader)
    {
        var key = "";
        ReadOnlyMemory<byte> value = default;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (2 << 3) | WireType.Length:
                    value = reader.ReadBytes();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return (key, value);
    }
}
