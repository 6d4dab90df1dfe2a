namespace Restate.Actors.Tests.Integration.Wayward;

/// <summary>A handler that blocks its turn, so that the server gives its attempt up and starts another.</summary>
public interface IBlocker : IVirtualObject
{
    Task<int> BlockAsync();
}
