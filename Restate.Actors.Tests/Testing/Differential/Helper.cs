namespace Restate.Actors.Tests.Testing.Differential;

public sealed class Helper(Trouble trouble) : DurableService, IHelper
{
    public Task<string> ExecuteAsync(Op[] program) => new Interpreter(Context, trouble).RunAsync(program);

    public Task ResolveAsync(string awakeableId, string value) => Actors.ResolveAwakeableAsync(awakeableId, value);

    public Task RejectAsync(string awakeableId, string message) => Actors.RejectAwakeableAsync(awakeableId, message);

    public Task SignalAsync(string invocationId, string name, string value) => Actors.GetInvocation<string>(invocationId).ResolveSignalAsync(name, value);
}
