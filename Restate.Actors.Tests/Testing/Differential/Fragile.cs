namespace Restate.Actors.Tests.Testing.Differential;

[ActorOptions(RetryMaxAttempts = 4, OnMaxAttempts = OnMaxAttempts.Kill, RetryInitialInterval = "00:00:00.010")]
public sealed class Fragile(Trouble trouble) : VirtualObject, IFragile
{
    public Task<string> ExecuteAsync(Op[] program) => new Interpreter(Context, trouble).RunAsync(program);

    [ActorOptions(InactivityTimeout = "00:00:00")]
    public Task<string> ExecuteSuspendingAsync(Op[] program) => ExecuteAsync(program);
}
