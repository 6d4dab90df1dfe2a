namespace Conformance.Services.ObjectInterpreter;

[Actor("ServiceInterpreterHelper")]
public interface IServiceInterpreterHelper : IDurableService
{
    [Handler("ping")]
    Task Ping();

    [Handler("echo")]
    Task<string> Echo(string parameter);

    [Handler("echoLater")]
    Task<string> EchoLater(EchoLaterRequest request);

    [Handler("terminalFailure")]
    Task TerminalFailure();

    [Handler("incrementIndirectly")]
    Task IncrementIndirectly(InterpreterId interpreter);

    [Handler("resolveAwakeable")]
    Task ResolveAwakeable(string id);

    [Handler("rejectAwakeable")]
    Task RejectAwakeable(string id);

    [Handler("incrementViaAwakeableDance")]
    Task IncrementViaAwakeableDance(AwakeableDance dance);
}

public sealed record InterpreterId(int Layer, string Key);

public sealed record EchoLaterRequest(int Sleep, string Parameter);

public sealed record AwakeableDance(InterpreterId Interpreter, string TxPromiseId);

public sealed class ServiceInterpreterHelper : DurableService, IServiceInterpreterHelper
{
    public Task Ping() => Task.CompletedTask;

    public Task<string> Echo(string parameter) => Task.FromResult(parameter);

    public async Task<string> EchoLater(EchoLaterRequest request)
    {
        await Sleep(TimeSpan.FromMilliseconds(request.Sleep));
        return request.Parameter;
    }

    public Task TerminalFailure() => throw new TerminalException("bye");

    public Task IncrementIndirectly(InterpreterId interpreter)
    {
        return Actors.GetActor($"ObjectInterpreterL{interpreter.Layer}", interpreter.Key).SendAsync("interpret", Program.Increment);
    }

    public Task ResolveAwakeable(string id) => Actors.ResolveAwakeableAsync(id, "ok");

    public Task RejectAwakeable(string id) => Actors.RejectAwakeableAsync(id, "error");

    public async Task IncrementViaAwakeableDance(AwakeableDance dance)
    {
        var answer = CreateAwakeable<string>();
        await Actors.ResolveAwakeableAsync(dance.TxPromiseId, answer.Id);
        await answer.Task;
        await IncrementIndirectly(dance.Interpreter);
    }
}
