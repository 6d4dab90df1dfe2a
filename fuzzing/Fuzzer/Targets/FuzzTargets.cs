namespace Restate.Actors.Fuzzing.Targets;

/// <summary>All targets, with what they share.</summary>
internal sealed class FuzzTargets : IDisposable
{
    private readonly FuzzHost _host = new();
    private readonly IReadOnlyList<IFuzzTarget> _all;

    public FuzzTargets()
    {
        _all =
        [
            new CodecTarget(), new AttemptTarget(_host), new ConversationTarget(_host), new JsonInputTarget(_host), new KeyTarget(_host), new IdentityTarget(),
            new LambdaTarget(_host), new EndpointTarget(_host), new IngressTarget(), new AdminTarget(),
        ];
    }

    public static IReadOnlyList<string> Names { get; } = ["codec", "attempt", "conversation", "json", "keys", "identity", "lambda", "endpoint", "ingress", "admin"];

    /// <summary>Finds a target.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public IFuzzTarget Find(string name)
    {
        return _all.FirstOrDefault(target => target.Name == name)
            ?? throw new ArgumentException($"There is no target '{name}'. There are {string.Join(", ", Names)}.", nameof(name));
    }

    public void Dispose()
    {
        foreach (var target in _all.OfType<IDisposable>())
        {
            target.Dispose();
        }

        _host.Dispose();
    }
}
