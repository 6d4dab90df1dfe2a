using System.Text;
using Restate.Actors.Fuzzing.Actors;
using Restate.Actors.Fuzzing.Mutation;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Answers of an ingress, or of what stands in its place, to the client for callers outside.</summary>
internal sealed class IngressTarget : IFuzzTarget, IDisposable
{
    private readonly ClientHost _host = new();

    public string Name => "ingress";

    public string Unit => "answers";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Bodies().SelectMany((body, index) => Enumerable.Range(0, 9).Select(operation => (byte[])[(byte)operation, (byte)(index + operation), (byte)(index * 5), .. Encoding.UTF8.GetBytes(body)])),
    ];

    public IMutator Mutator { get; } = new TextMutator(maxLength: 4096, AnswerInput.Head, "\"code\":", "\"message\":", "\"metadata\":{", "\"invocationId\":", "\"status\":", "\"services\":", "stack backtrace", "invocation not found");

    public AllocationLimit Limit { get; } = new(Base: 1024 * 1024, PerByte: 400);

    public async ValueTask<Behaviour> RunAsync(byte[] input)
    {
        var operation = AnswerInput.Apply(input, _host.Server);
        try
        {
            await AskAsync(operation % 9).WaitAsync(AttemptRun.Patience);
            return new Behaviour($"{operation % 9} ok", Units: 1);
        }
        catch (Exception error) when (error is RestateClientException or TerminalException)
        {
            var shape = $"{error.GetType().Name} {(error as RestateClientException)?.StatusCode}";
            return new Behaviour($"{operation % 9} {shape} {Shapes.Of(error.InnerException?.Message ?? "")}", Units: 1, error.GetType().Name);
        }
    }

    public void Dispose() => _host.Dispose();

    private Task AskAsync(int operation)
    {
        var client = _host.Client;
        return operation switch
        {
            0 => client.GetActor<IWanderer>("k").Look([1]),
            1 => client.GetActor<IWanderer>("k").Send(wanderer => wanderer.Look([1])),
            2 => client.GetInvocation<Luggage>("inv_1abc").AttachAsync(),
            3 => client.GetInvocation<string>("inv_1abc").PeekAsync(),
            4 => client.GetWorkflow<IJourney, string>("w").AttachAsync(),
            5 => client.ResolveAwakeableAsync("sign_1abc", 1),
            6 => client.CheckHealthAsync(),
            7 => client.GetActor<IJourney>("w").Run([]),
            _ => client.GetActor("Wanderer", "k").GetInvocation<string>("Look", "idempotency").GetIdAsync(),
        };
    }

    private static string[] Bodies() =>
    [
        "\"x\"", "{\"invocationId\":\"inv_1sent\",\"status\":\"Accepted\"}", "{\"code\":404,\"message\":\"invocation not found\",\"source\":\"ingress\"}",
        "{\"code\":500,\"message\":\"cannot read body: x\\n   0: frame\",\"metadata\":{\"a\":\"b\"}}", "{\"services\":[\"A\",\"B\"]}", "", "<html>502</html>", "not ready",
    ];
}
