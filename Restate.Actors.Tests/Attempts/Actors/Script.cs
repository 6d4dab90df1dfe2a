namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>The handler code of the scripted actors, written by the test.</summary>
public sealed class Script
{
    public Func<IActorContext, string, Task<string>> Handler { get; set; } = static (_, input) => Task.FromResult(input);

    public Func<IActorContext, ValueTask> Activation { get; set; } = static _ => ValueTask.CompletedTask;

    public Action Construction { get; set; } = static () => { };

    /// <summary>Gets or sets what happens when the scope of an attempt is disposed.</summary>
    public Action Disposal { get; set; } = static () => { };
}
