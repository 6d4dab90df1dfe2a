namespace Restate.Actors.Tests.Integration.Model;

/// <summary>A generic contract: each closed type is a service of its own.</summary>
[Actor("ModelTextStore", typeof(IStore<string>))]
[Actor("ModelNumberStore", typeof(IStore<int>))]
public interface IStore<T> : IVirtualObject
{
    Task Keep(T value);

    [Shared]
    Task<T?> Give();
}

public sealed class TextStore : StoreBase<string>;

public sealed class NumberStore : StoreBase<int>;

public abstract class StoreBase<T> : VirtualObject, IStore<T>
{
    public Task Keep(T value)
    {
        State<T>("value").Set(value);
        return Task.CompletedTask;
    }

    public async Task<T?> Give() => await State<T>("value").GetAsync();
}
