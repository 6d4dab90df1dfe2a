namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>Something that happened to an invocation beside its journal, such as a failed attempt.</summary>
internal sealed record EventView
{
    /// <summary>Gets <c>TransientError</c>, <c>Paused</c>, <c>Suspended</c> and the like.</summary>
    public required string Type { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Gets the last entry of the journal before it.</summary>
    public long? AfterIndex { get; init; }

    public string? Message { get; init; }

    public string? StackTrace { get; init; }

    /// <summary>Gets the server's code, such as <c>RT0007</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the command at which the attempt failed.</summary>
    public string? Command { get; init; }
}
