namespace Restate.Actors.Internal.Protocol;

/// <summary>Outcome in a command: bytes or a failure.</summary>
/// <remarks>
/// There is no way to have neither: <see langword="default"/> is a value of zero bytes. A command stored without a result would stop
/// the server's partition for good.
/// </remarks>
internal readonly struct CommandResult
{
    private CommandResult(ReadOnlyMemory<byte> value, Failure? failure)
    {
        Value = value;
        Failure = failure;
    }

    public bool IsFailure => Failure is not null;

    /// <summary>Gets the bytes; none for a failure.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    public Failure? Failure { get; }

    public static CommandResult Success(ReadOnlyMemory<byte> value) => new(value, failure: null);

    public static CommandResult Failed(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(default, failure);
    }

    internal void Validate(ServiceProtocolVersion version) => Failure?.Validate(version);

    internal int GetLength() => Failure is null ? ProtobufSize.ValueMessage(Value) : ProtobufSize.Delimited(Failure.GetLength());

    internal void Write(ref ProtobufWriter writer, int valueField, int failureField)
    {
        if (Failure is null)
        {
            writer.WriteValueMessage(valueField, Value);
            return;
        }

        writer.WriteLengthPrefix(failureField, Failure.GetLength());
        Failure.Write(ref writer);
    }
}
