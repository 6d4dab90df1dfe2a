namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>A virtual object that executes programs.</summary>
[Actor("Testing.Machine")]
public interface IMachine : IVirtualObject
{
    [Exclusive]
    Task<string> ExecuteAsync(Op[] program);

    [Exclusive]
    Task<int> AppendAsync(string item);

    [Shared]
    Task<string> DumpAsync();
}
