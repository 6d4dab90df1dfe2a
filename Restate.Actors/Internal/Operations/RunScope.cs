namespace Restate.Actors.Internal.Operations;

/// <summary>Marks code that runs inside a durable step, for clear errors.</summary>
internal static class RunScope
{
    private static readonly AsyncLocal<string?> CurrentName = new();

    /// <summary>Gets or sets the name of the step that this code belongs to.</summary>
    public static string? Current
    {
        get => CurrentName.Value;
        set => CurrentName.Value = value;
    }
}
