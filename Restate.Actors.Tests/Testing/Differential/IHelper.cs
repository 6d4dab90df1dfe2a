namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>A basic service that does for a program what the program cannot do itself.</summary>
[Actor("Testing.Helper")]
public interface IHelper : IDurableService
{
    Task<string> ExecuteAsync(Op[] program);

    Task ResolveAsync(string awakeableId, string value);

    Task RejectAsync(string awakeableId, string message);

    Task SignalAsync(string invocationId, string name, string value);
}
