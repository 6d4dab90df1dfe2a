namespace Restate.Actors.Fuzzing.Actors;

/// <summary>An object with a key that is no text.</summary>
public interface ILocker : IVirtualObject<Guid>
{
    [Exclusive]
    Task<string> Open();
}
