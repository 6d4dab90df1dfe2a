namespace Restate.Actors.Internal.Protocol;

/// <summary>What a notification is the answer to.</summary>
internal readonly record struct NotificationId
{
    private NotificationId(NotificationIdKind kind, uint number, string? text)
    {
        Kind = kind;
        Number = number;
        Text = text;
    }

    public NotificationIdKind Kind { get; }

    /// <summary>Gets the completion id or signal index; 0 for a named signal.</summary>
    public uint Number { get; }

    /// <summary>Gets the name of a named signal, else <see langword="null"/>.</summary>
    public string? Text { get; }

    public static NotificationId Completion(uint id) => new(NotificationIdKind.Completion, id, text: null);

    public static NotificationId Signal(uint index) => new(NotificationIdKind.Signal, index, text: null);

    public static NotificationId Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(NotificationIdKind.NamedSignal, 0, name);
    }

    // Those of the compiler ask the comparer of each member's type.
    public bool Equals(NotificationId other) => Number == other.Number && Kind == other.Kind && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override int GetHashCode() => Text is null ? HashCode.Combine(Number, (int)Kind) : Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Kind switch
    {
        NotificationIdKind.Completion => $"completion {Number}",
        NotificationIdKind.Signal => $"signal {Number}",
        _ => $"signal \"{Text}\"",
    };
}
