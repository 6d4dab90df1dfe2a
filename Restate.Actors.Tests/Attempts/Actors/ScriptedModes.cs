using Microsoft.Extensions.DependencyInjection;

namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class ScriptedModes(Script script) : VirtualObject, IScriptedModes
{
    public static void AddTo(IServiceCollection services) => __ScriptedModes_Actor.AddTo(new RestateActorsBuilder(services));

    public Task<string> PlainAsync(string input) => script.Handler(Context, input);

    [SaveOnSuccess]
    public Task<string> SavingAsync(string input) => script.Handler(Context, input);

    [ExplicitCancellation]
    public Task<string> CancellingAsync(string input) => script.Handler(Context, input);
}
