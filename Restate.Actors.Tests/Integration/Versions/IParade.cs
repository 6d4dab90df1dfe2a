namespace Restate.Actors.Tests.Integration.Versions;

/// <summary>Tells which version of the code runs it.</summary>
[Actor("Parade")]
public interface IParade : IVirtualObject
{
    /// <summary>Waits for an awakeable between two looks at the version; the first is in the journal if that is wanted.</summary>
    [Exclusive]
    Task<string> March(bool withStep);

    [Shared]
    Task<string> Version();
}
