namespace Restate.Actors.Internal.Protocol;

/// <summary>What a sent signal carries: nothing, bytes or a failure. <see langword="default"/> is nothing.</summary>
internal readonly struct SignalResult
{
    private SignalResult(SignalResultKind kind, ReadOnlyMemory<byte> value, Failure? failure)
    {
        Kind = kind;
        Value = value;
        Failure = failure;
    }

    public static SignalResult Void => default;

    public SignalResultKind Kind { get; }

    public bool IsVoid => Kind == SignalResultKind.Void;

    public bool IsFailure => Kind == SignalResultKind.Failure;

    /// <summary>Gets the bytes; none unless the kind is <see cref="SignalResultKind.Value"/>.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    public Failure? Failure { get; }

    public static SignalResult Success(ReadOnlyMemory<byte> value) => new(SignalResultKind.Value, value, failure: null);

    public static SignalResult Failed(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(SignalResultKind.Failure, default, failure);
    }

    internal void Validate(ServiceProtocolVersion version) => Failure?.Validate(version);

    internal int GetLength() => Kind switch
    {
        SignalResultKind.Value => ProtobufSize.ValueMessage(Value),
        SignalResultKind.Failure => ProtobufSize.Delimited(Failure!.GetLength()),
        _ => ProtobufSize.Delimited(0),
    };

    internal void Write(ref ProtobufWriter writer, int voidField, int valueField, int failureField)
    {
        switch (Kind)
        {
            case SignalResultKind.Value:
                writer.WriteValueMessage(valueField, Value);
                break;
            case SignalResultKind.Failure:
                writer.WriteLengthPrefix(failureField, Failure!.GetLength());
                Failure.Write(ref writer);
                break;
            default:
                writer.WriteEmptyMessage(voidField);
                break;
        }
    }
}
