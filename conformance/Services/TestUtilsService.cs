namespace Conformance.Services;

[Actor("TestUtilsService")]
public interface ITestUtilsService : IDurableService
{
    [Handler("echo")]
    Task<string> Echo(string input);

    [Handler("uppercaseEcho")]
    Task<string> UppercaseEcho(string input);

    [Handler("echoHeaders")]
    Task<Dictionary<string, string>> EchoHeaders();

    [Handler("rawEcho")]
    Task<byte[]> RawEcho(byte[] input);

    [Handler("countExecutedSideEffects")]
    Task<int> CountExecutedSideEffects(int increments);

    [Handler("cancelInvocation")]
    Task CancelInvocation(string invocationId);

    [Handler("resolveSignal")]
    Task ResolveSignal(SignalResolution signal);

    [Handler("rejectSignal")]
    Task RejectSignal(SignalRejection signal);
}

public sealed record SignalResolution(string InvocationId, string SignalName, string Value);

public sealed record SignalRejection(string InvocationId, string SignalName, string Reason);

public sealed class TestUtilsService : DurableService, ITestUtilsService
{
    public Task<string> Echo(string input) => Task.FromResult(input);

    public Task<string> UppercaseEcho(string input) => Task.FromResult(input.ToUpperInvariant());

    public Task<Dictionary<string, string>> EchoHeaders()
    {
        var headers = new Dictionary<string, string>();
        foreach (var (name, value) in Request.Headers)
        {
            headers[name.ToLowerInvariant()] = value;
        }

        return Task.FromResult(headers);
    }

    public Task<byte[]> RawEcho(byte[] input) => Task.FromResult(input);

    public async Task<int> CountExecutedSideEffects(int increments)
    {
        var executed = 0;
        for (var i = 0; i < increments; i++)
        {
            await Run("count", _ => { executed++; });
        }

        return executed;
    }

    public Task CancelInvocation(string invocationId) => Actors.GetInvocation<string>(invocationId).CancelAsync();

    public Task ResolveSignal(SignalResolution signal)
    {
        return Actors.GetInvocation<string>(signal.InvocationId).ResolveSignalAsync(signal.SignalName, signal.Value);
    }

    public Task RejectSignal(SignalRejection signal)
    {
        return Actors.GetInvocation<string>(signal.InvocationId).RejectSignalAsync(signal.SignalName, signal.Reason);
    }
}
