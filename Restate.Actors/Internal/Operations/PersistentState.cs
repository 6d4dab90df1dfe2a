namespace Restate.Actors.Internal.Operations;

/// <summary>A state value that is kept in memory between reading and writing.</summary>
internal sealed class PersistentState<T> : IPersistentState<T>, IPreloadedState
{
    private readonly Func<IActorContext> _context;
    private readonly string _name;
    private readonly Func<T> _create;
    private T? _value;
    private bool _exists;
    private bool _isLoaded;

    private PersistentState(Func<IActorContext> context, string name, Func<T> create)
    {
        _context = context;
        _name = name;
        _create = create;
    }

    public T State
    {
        get
        {
            ThrowIfNotLoaded();
            return _value!;
        }

        set
        {
            ThrowIfNotLoaded();
            _value = value;
        }
    }

    public bool RecordExists
    {
        get
        {
            ThrowIfNotLoaded();
            return _exists;
        }
    }

    private IActorState<T> Stored => _context().States.Get<T>(_name);

    /// <summary>Creates the value, to be read before the handler of the invocation begins if there is one.</summary>
    /// <param name="context">Gives the context of the actor; called when something is read or written.</param>
    /// <param name="name">The name of the state.</param>
    /// <param name="create">Makes the value when none is stored.</param>
    public static PersistentState<T> Create(Func<IActorContext> context, string name, Func<T> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        var state = new PersistentState<T>(context, name, create);
        Invocation.Current?.Preload(state);
        return state;
    }

    // All awaits resume on the turn scheduler of the handler.
    public async ValueTask LoadAsync()
    {
        if (Stored is ActorState<T> stored)
        {
            (_exists, _value) = await stored.ReadAsync().ConfigureAwait(true);
        }
        else
        {
            _exists = await Stored.ExistsAsync().ConfigureAwait(true);
            _value = _exists ? await Stored.GetAsync().ConfigureAwait(true) : default;
        }

        _value = _exists ? _value : _create();
        _isLoaded = true;
    }

    public Task ReadStateAsync() => LoadAsync().AsTask();

    public Task WriteStateAsync()
    {
        ThrowIfNotLoaded();
        Stored.Set(_value!);
        _exists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync()
    {
        Stored.Clear();
        _value = _create();
        _exists = false;
        _isLoaded = true;
        return Task.CompletedTask;
    }

    private void ThrowIfNotLoaded()
    {
        if (_isLoaded)
        {
            return;
        }

        throw new InvalidOperationException(
            $"The state '{_name}' was used before it was read. Get it in the constructor of the actor, or await ReadStateAsync() first.");
    }
}
