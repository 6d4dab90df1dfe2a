namespace Restate.Actors.Internal.Protocol;

/// <summary>Outcome of a command or content of a signal. <see langword="default"/> is <see cref="Void"/>.</summary>
internal readonly struct NotificationResult
{
    private readonly object? _content;
    private readonly ReadOnlyMemory<byte> _value;

    private NotificationResult(NotificationResultKind kind, object? content = null, ReadOnlyMemory<byte> value = default)
    {
        Kind = kind;
        _content = content;
        _value = value;
    }

    public static NotificationResult Void => default;

    public NotificationResultKind Kind { get; }

    public bool IsFailure => Kind == NotificationResultKind.Failure;

    /// <summary>Gets the bytes; none unless the kind is <see cref="NotificationResultKind.Value"/>.</summary>
    public ReadOnlyMemory<byte> Value => _value;

    /// <summary>Gets the failure; <see langword="null"/> for every other kind.</summary>
    public Failure? Failure => _content as Failure;

    /// <summary>Gets the invocation id; <see langword="null"/> for every other kind.</summary>
    public string? InvocationId => _content as string;

    /// <summary>Gets the state keys; <see langword="null"/> for every other kind.</summary>
    public IReadOnlyList<string>? StateKeys => _content as IReadOnlyList<string>;

    public static NotificationResult Success(ReadOnlyMemory<byte> value) => new(NotificationResultKind.Value, value: value);

    public static NotificationResult Failed(Failure failure) => new(NotificationResultKind.Failure, failure);

    public static NotificationResult OfInvocationId(string invocationId) => new(NotificationResultKind.InvocationId, invocationId);

    public static NotificationResult OfStateKeys(IReadOnlyList<string> keys) => new(NotificationResultKind.StateKeys, keys);
}
