namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class ScriptedObject : VirtualObject, IScriptedObject
{
    private readonly Script _script;

    public ScriptedObject(Script script, ScopedResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        _script = script;
        script.Construction();
    }

    public override ValueTask OnActivateAsync(CancellationToken cancellationToken) => _script.Activation(Context);

    public Task<string> RunAsync(string input) => _script.Handler(Context, input);

    public Task<string> LookAsync(string input) => _script.Handler(Context, input);
}
