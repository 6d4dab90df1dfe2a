namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>An object with few attempts.</summary>
[Actor("Testing.Fragile")]
public interface IFragile : IVirtualObject
{
    [Exclusive]
    Task<string> ExecuteAsync(Op[] program);

    [Exclusive]
    Task<string> ExecuteSuspendingAsync(Op[] program);
}
