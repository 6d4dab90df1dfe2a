namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>A command of a journal together with its completion, or a signal that came.</summary>
internal sealed record StepView
{
    public long Index { get; init; }

    /// <summary>Gets the command, such as <c>Run</c> or <c>Call</c>; <c>Signal</c> for what came without one.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the name that the handler gave.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what it is about: the target of a call, the key of a state value, the name of a promise or signal.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the invocation that it called.</summary>
    public string? InvocationId { get; init; }

    /// <summary>Gets when the timer fires.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets when its result was recorded; <see langword="null"/> if there is none yet, or not in this part of the journal.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets <c>Success</c>, <c>Failure</c>, <c>Void</c> and the like.</summary>
    public string? Result { get; init; }

    /// <summary>Gets whether it has no result yet.</summary>
    public bool IsOpen { get; init; }
}
