using System.Text;
using Restate.Actors.Admin;
using Restate.Actors.Fuzzing.Mutation;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Answers of an admin API, or of what stands in its place, to the client for operators.</summary>
internal sealed class AdminTarget : IFuzzTarget, IDisposable
{
    private const int Operations = 16;

    private readonly ClientHost _host = new();

    public string Name => "admin";

    public string Unit => "answers";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Bodies().SelectMany((body, index) => Enumerable.Range(0, Operations).Select(operation => (byte[])[(byte)operation, 0, (byte)(index % 2 * 8), .. Encoding.UTF8.GetBytes(body)])),
    ];

    public IMutator Mutator { get; } = new TextMutator(maxLength: 4096, AnswerInput.Head, "\"rows\":[", "\"id\":", "\"deployments\":[", "\"services\":[", "\"message\":", "\"restate_code\":\"META0003\"", "\"value\":\"0\"", "\"created_at\":\"", "\"PT\"", "1e30");

    public AllocationLimit Limit { get; } = new(Base: 2 * 1024 * 1024, PerByte: 600);

    public async ValueTask<Behaviour> RunAsync(byte[] input)
    {
        var operation = AnswerInput.Apply(input, _host.Server) % Operations;
        try
        {
            await AskAsync(operation).WaitAsync(AttemptRun.Patience);
            return new Behaviour($"{operation} ok", Units: 1);
        }
        catch (Exception error) when (error is RestateClientException or TerminalException)
        {
            var shape = $"{error.GetType().Name} {(error as RestateClientException)?.StatusCode}";
            return new Behaviour($"{operation} {shape} {Shapes.Of(error.InnerException?.Message ?? "")}", Units: 1, error.GetType().Name);
        }
    }

    public void Dispose() => _host.Dispose();

    private Task AskAsync(int operation)
    {
        var admin = _host.Admin;
        return operation switch
        {
            0 => admin.Invocations.ListAsync(),
            1 => admin.Invocations.GetAsync("inv_1abc"),
            2 => admin.Invocations.CancelAsync("inv_1abc"),
            3 => admin.Invocations.KillAsync("inv_1abc"),
            4 => admin.Invocations.RestartAsNewAsync("inv_1abc"),
            5 => admin.Deployments.ListAsync(),
            6 => admin.Deployments.GetAsync("dp_1abc"),
            7 => admin.Deployments.RegisterAsync(new Uri("http://localhost:9080")),
            8 => admin.Deployments.RemoveAsync("dp_1abc", force: true),
            9 => admin.Services.ListAsync(),
            10 => admin.Services.GetAsync("Wanderer"),
            11 => admin.State.GetAsync("Wanderer", "k"),
            12 => admin.GetVersionAsync(),
            13 => admin.CheckHealthAsync(),
            14 => admin.QueryAsync(SqlQuery.Raw("SELECT 1")),
            _ => admin.State.ReplaceAsync("Wanderer", "k", new Dictionary<string, ReadOnlyMemory<byte>>()),
        };
    }

    private static string[] Bodies() =>
    [
        """{"rows":[{"id":"inv_1abc","target":"Wanderer/k/Look","target_service_name":"Wanderer","target_service_ty":"virtual_object","target_handler_name":"Look","status":"backing-off","journal_size":3,"retry_count":2,"created_at":"2026-01-02T03:04:05Z","modified_at":"2026-01-02T03:04:05Z","last_failure_error_code":"RT0006","pinned_service_protocol_version":6}]}""",
        """{"rows":[{"key":"a","value":"616263"}]}""",
        """{"deployments":[{"id":"dp_1abc","uri":"http://localhost:9080/","protocol_type":"BidiStream","http_version":"HTTP/2.0","created_at":"2026-01-02T03:04:05Z","min_protocol_version":5,"max_protocol_version":7,"services":[{"name":"A","deployment_id":"dp_1abc","revision":1}]}]}""",
        """{"id":"dp_1abc","services":[{"name":"A","handlers":[{"name":"Look","ty":"Shared","public":true}],"ty":"VirtualObject","deployment_id":"dp_1abc","revision":1,"public":true,"idempotency_retention":"1day","inactivity_timeout":"PT1M"}]}""",
        """{"name":"A","handlers":[{"name":"Look","ty":"Shared","retry_policy":{"initial_interval":"50ms","exponentiation_factor":2.0,"max_attempts":3}}],"ty":"VirtualObject","deployment_id":"dp_1abc","revision":1,"public":true}""",
        """{"version":"1.7.12","min_admin_api_version":2,"max_admin_api_version":3,"ingress_endpoint":"http://127.0.0.1:8080/"}""",
        """{"message":"got status code '503'","restate_code":"META0003"}""",
        """{"new_invocation_id":"inv_1new"}""",
        "",
    ];
}
