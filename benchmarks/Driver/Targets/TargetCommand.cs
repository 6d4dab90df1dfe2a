namespace Restate.Actors.Benchmarks.Driver.Targets;

/// <summary>How to start an endpoint.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Command">The program and its arguments, separated by spaces.</param>
internal readonly record struct TargetCommand(string Name, string Command)
{
    /// <summary>Gets the same endpoint with a variable in its environment.</summary>
    public TargetCommand With(string variable, string value) => this with { Command = $"env {variable}={value} {Command}" };
}
