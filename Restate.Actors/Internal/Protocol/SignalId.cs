namespace Restate.Actors.Internal.Protocol;

/// <summary>Addresses a signal by index or by name.</summary>
internal readonly record struct SignalId
{
    private SignalId(uint number, string? text)
    {
        Number = number;
        Text = text;
    }

    /// <summary>Gets the built-in signal that cancels an invocation.</summary>
    public static SignalId Cancel => Index(1);

    public bool IsNamed => Text is not null;

    /// <summary>Gets the index; 0 for a named signal.</summary>
    public uint Number { get; }

    /// <summary>Gets the name, or <see langword="null"/> for an indexed signal.</summary>
    public string? Text { get; }

    public static SignalId Index(uint index) => new(index, text: null);

    public static SignalId Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(0, name);
    }

    public override string ToString() => Text is null ? $"signal {Number}" : $"signal \"{Text}\"";
}
