using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Hosting.Internal.Endpoint;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Requests for discovery and for attempts with any headers and names.</summary>
/// <remarks>The input is the header that decides, the service and the handler, a line each; the first byte tells discovery from invocation.</remarks>
internal sealed class EndpointTarget(FuzzHost host) : IFuzzTarget
{
    private const int Head = 1;

    private readonly ActorEndpoint _endpoint = host.Services.GetRequiredService<ActorEndpoint>();

    public string Name => "endpoint";

    public string Unit => "requests";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Enumerable.Range(0, 6).Select(version => Encoding.UTF8.GetBytes($"\u0000application/vnd.restate.endpointmanifest.v{version}+json")),
        Encoding.UTF8.GetBytes("\u0000application/vnd.restate.endpointmanifest.v1+json, application/vnd.restate.endpointmanifest.v4+json;q=0.1,*/*"),
        .. Enumerable.Range(4, 5).Select(version => Encoding.UTF8.GetBytes($"\u0001application/vnd.restate.invocation.v{version}\nGuide\nLead")),
    ];

    public IMutator Mutator { get; } = new TextMutator(maxLength: 1024, Head, "application/", "vnd.restate.", "endpointmanifest.v4+json", "invocation.v6", ";charset=utf-8", "v2147483648", "v-1", "v06", ",,,,", "Guide", "Wanderer");

    public AllocationLimit Limit { get; } = new(Base: 2 * 1024 * 1024, PerByte: 600);

    public async ValueTask<Behaviour> RunAsync(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input.AsSpan(Math.Min(Head, input.Length))).Split('\n');
        var isDiscovery = (input.ElementAtOrDefault(0) & 1) == 0;
        var context = new DefaultHttpContext { RequestServices = host.Services };
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        context.Request.Headers.Accept = lines[0];
        context.Request.ContentType = lines[0];
        context.Request.RouteValues["service"] = lines.ElementAtOrDefault(1) ?? "";
        context.Request.RouteValues["handler"] = lines.ElementAtOrDefault(2) ?? "";
        await (isDiscovery ? _endpoint.DiscoverAsync(context) : _endpoint.InvokeAsync(context)).WaitAsync(AttemptRun.Patience);
        await context.Response.BodyWriter.FlushAsync();
        if (isDiscovery && context.Response.StatusCode == 200)
        {
            using var manifest = JsonDocument.Parse(answer.ToArray());
            manifest.RootElement.GetProperty("services");
        }

        var status = context.Response.StatusCode;
        return status is 200 or 415 or 404 && status != 404 | !isDiscovery
            ? new Behaviour($"{isDiscovery} {status} {answer.Length > 0}", Units: 1)
            : throw new DefectException($"A request was answered with status {status}.");
    }
}
