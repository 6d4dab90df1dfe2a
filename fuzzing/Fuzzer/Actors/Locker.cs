namespace Restate.Actors.Fuzzing.Actors;

public sealed class Locker : VirtualObject<Guid>, ILocker
{
    public Task<string> Open() => Task.FromResult(Key.ToString());
}
