using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Telemetry;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Telemetry;

/// <summary>One trace from the caller outside through a real server to the attempts and what they call.</summary>
public sealed class TraceOnServerTests
{
    private readonly string _key = $"key-{Guid.NewGuid():N}";

    [Fact]
    [Capability("Observability", "OpenTelemetry handler span, linked to the server")]
    public async Task ServerRecordsTraces_AttemptsAreChildrenOfItsSpans()
    {
        await using var receiver = await TraceReceiver.StartAsync();
        using var source = new ActivitySource("Restate.Actors.Tests.Caller");
        using var spans = new SpanCollector(source.Name, "System.Net.Http");
        await using var server = await RestateServer.StartAsync(new RestateServerSettings().With("RESTATE_TRACING_ENDPOINT", receiver.Address));

        await CallAsync(server, source, spans);

        // The handler that was called from outside, and the one that it called five times.
        var attempts = spans.Spans.Where(span => span.Kind == ActivityKind.Server).ToArray();
        Assert.Equal(["Caller/CallInTurn", .. Enumerable.Repeat("Line/Echo", 5)], attempts.Select(attempt => attempt.DisplayName).Order());
        await Eventually.BecomesTrueAsync(() => Task.FromResult(attempts.All(attempt => receiver.Has(attempt.ParentSpanId))));
    }

    [Fact]
    public async Task ServerRecordsNothing_AttemptIsAChildOfTheCallersRequest()
    {
        using var source = new ActivitySource("Restate.Actors.Tests.Caller");
        using var spans = new SpanCollector(source.Name, "System.Net.Http");
        await using var server = await RestateServer.StartAsync();

        await CallAsync(server, source, spans);

        var attempt = spans.Spans.Single(span => span.Kind == ActivityKind.Server);
        var request = spans.Spans.Single(span => span.Source.Name == "System.Net.Http");
        Assert.Equal(("Caller/CallInTurn", request.SpanId), (attempt.DisplayName, attempt.ParentSpanId));
        Assert.Equal(spans.Find("outside").SpanId, request.ParentSpanId);
    }

    [Fact]
    public async Task ServerRecordsNothing_TraceIsCarried_CalleesBelongToItToo()
    {
        using var source = new ActivitySource("Restate.Actors.Tests.Caller");
        using var spans = new SpanCollector(source.Name, "System.Net.Http");
        await using var server = await RestateServer.StartAsync();

        await CallAsync(server, source, spans, builder => builder.CarryHeader("traceparent").CarryHeader("tracestate"));

        var request = spans.Spans.Single(span => span.Source.Name == "System.Net.Http");
        var callees = spans.Spans.Where(span => span is { Kind: ActivityKind.Server, DisplayName: "Line/Echo" }).ToArray();
        Assert.Equal(5, callees.Length);
        Assert.All(callees, callee => Assert.Equal(request.SpanId, callee.ParentSpanId));
    }

    private async Task CallAsync(RestateServer server, ActivitySource source, SpanCollector spans, Action<RestateActorsBuilder>? add = null)
    {
        await using var host = await ActorHost.StartAsync(server, ActorHostSettings.Of(typeof(Caller), typeof(Line)) with { Add = add ?? (static _ => { }) });
        await using var services = new ServiceCollection().AddLogging().AddRestateClient(options => options.IngressUri = server.IngressUri).Services.BuildServiceProvider();
        using (source.StartActivity("outside", ActivityKind.Internal, new ActivityContext(spans.TraceId, spans.ParentId, ActivityTraceFlags.Recorded, isRemote: true)))
        {
            Assert.Equal(5, (await services.GetRequiredService<IRestateClient>().GetActor<ICaller>().CallInTurnAsync(_key)).Count);
        }
    }
}
