namespace Restate.Actors.Tests.Testing.Actors;

/// <summary>Where a test stops the attempts of a <see cref="Relay"/>.</summary>
public sealed class RelayPoints
{
    /// <summary>Gets what keeps an attempt inside its gate.</summary>
    public TaskCompletionSource Leaves { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StopPoint FirstTurn { get; } = new();

    public StopPoint SecondTurn { get; } = new();

    /// <summary>Gets or sets the id of the awakeable for which the second turn waits.</summary>
    public string Baton { get; set; } = "";
}
