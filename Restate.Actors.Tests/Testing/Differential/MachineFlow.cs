namespace Restate.Actors.Tests.Testing.Differential;

public sealed class MachineFlow(Trouble trouble) : Workflow, IMachineFlow
{
    public Task<string> RunAsync(Op[] program) => new Interpreter(Context, trouble).RunAsync(program);

    public Task ResolveAsync(string name, string value) => Promise<string>(name).ResolveAsync(value);

    public Task RejectAsync(string name, string message) => Promise<string>(name).RejectAsync(message, 418);
}
