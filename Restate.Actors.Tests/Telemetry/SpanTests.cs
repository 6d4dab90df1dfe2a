using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.Filters;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Telemetry;

/// <summary>The spans of attempts, calls and steps.</summary>
public sealed class SpanTests
{
    private readonly FilterScript _script = new();

    [Fact]
    [Capability("Request information", "Attempt headers (trace context)")]
    public async Task Attempt_TraceOfTheServer_IsTheParent()
    {
        using var spans = new SpanCollector();
        await using var host = new EngineHost();

        await AttemptPeer.Start(host, JournalScript.Object() with { RetryCount = 2, TraceParent = spans.TraceParent }).FinishAsync();

        var span = Assert.Single(spans.Spans);
        Assert.Equal("Engine.Object/Run", span.DisplayName);
        Assert.Equal(ActivityKind.Server, span.Kind);
        Assert.Equal(spans.ParentId, span.ParentSpanId);
        Assert.True(span.HasRemoteParent);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            [
                "restate.invocation.id: inv_1test", "restate.journal.entries: 1", "restate.key: k", "restate.outcome: completed", "restate.retry_count: 2",
                "rpc.method: Run", "rpc.service: Engine.Object", "rpc.system: restate",
            ],
            span.TagObjects.Select(tag => $"{tag.Key}: {tag.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Attempt_NoTraceOfTheServer_CallersRequestIsTheParent()
    {
        using var spans = new SpanCollector();
        await using var host = new EngineHost();

        await AttemptPeer.Start(host, new JournalScript("Engine.Object", "Run") { Entries = [WireFrame.Input("\"in\"", ("traceparent", spans.TraceParent))] }).FinishAsync();

        Assert.Equal(spans.ParentId, Assert.Single(spans.Spans).ParentSpanId);
    }

    [Theory]
    [InlineData(ActivityTraceFlags.None)]
    [InlineData(ActivityTraceFlags.Recorded)]
    public async Task Attempt_NoTraceAtAll_CurrentActivityIsTheParentIfItIsRecorded(ActivityTraceFlags flags)
    {
        var isHere = new AsyncLocal<bool> { Value = true };
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Restate.Actors",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => isHere.Value && (options.Parent == default || options.Parent.TraceFlags == ActivityTraceFlags.Recorded)
                ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.None,
            ActivityStopped = span =>
            {
                if (isHere.Value)
                {
                    spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("request") { ActivityTraceFlags = flags }.Start();
        await using var host = new EngineHost();

        await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync();

        Assert.Equal(flags == ActivityTraceFlags.None ? default : request.SpanId, Assert.Single(spans).ParentSpanId);
    }

    [Fact]
    public async Task Attempt_Failures_AreErrors()
    {
        using var spans = new SpanCollector();
        await using var host = new EngineHost();
        host.Script.Handler = static (_, _) => throw new TerminalException("no", 418);
        await AttemptPeer.Start(host, JournalScript.Object() with { TraceParent = spans.TraceParent }).FinishAsync();
        host.Script.Handler = static (_, _) => throw new IOException("down");
        await AttemptPeer.Start(host, JournalScript.Object() with { TraceParent = spans.TraceParent }).FinishAsync();

        Assert.Equal(
            ["Error no failed Restate.Actors.TerminalException exception", "Error down retried System.IO.IOException exception"],
            spans.Spans.Select(span =>
                $"{span.Status} {span.StatusDescription} {span.GetTagItem("restate.outcome")} {span.GetTagItem("error.type")} {span.Events.Single().Name}"));
    }

    [Fact]
    public async Task Calls_NewOnes_AreChildrenOfTheAttempt()
    {
        using var spans = new SpanCollector();
        await using var host = new EngineHost();
        host.Script.Handler = static async (context, input) =>
        {
            Assert.Null(Activity.Current);
            var greeter = context.Actors.GetActor<IGreeter>();
            await greeter.Send(other => other.GreetAsync("one-way"));
            var first = await greeter.GreetAsync(input);
            Assert.Null(Activity.Current);
            await context.Actors.GetActor<ICounter>("c").AddAsync(1);
            return first;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object() with { TraceParent = spans.TraceParent });
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 3, "\"hello\""));
        peer.CloseInput();
        await peer.Ended.WaitAsync(AttemptPeer.Patience);
        peer.Take();

        Assert.Equal(
            ["send Engine.Greeter/Greet Producer ", "call Engine.Greeter/Greet Client ", "call Engine.Counter/Add Client pending", "Engine.Object/Run Server suspended"],
            spans.Spans.Select(span => $"{span.DisplayName} {span.Kind} {span.GetTagItem("restate.outcome")}"));
        Assert.All(spans.Spans.SkipLast(1), span => Assert.Equal(spans.Spans[^1].SpanId, span.ParentSpanId));

        var next = AttemptPeer.Start(host, peer.Stored.With(WireFrame.Completion(MessageType.CallCompletion, 5, "2")));
        Assert.Equal(["OutputCommand value=\"hello\"", "End"], await next.FinishAsync());

        // What the second attempt only repeated has no span again.
        Assert.Equal(["Engine.Object/Run Server completed"], spans.Spans.Skip(4).Select(span => $"{span.DisplayName} {span.Kind} {span.GetTagItem("restate.outcome")}"));
    }

    [Fact]
    public async Task Call_Fails_IsAnError()
    {
        using var spans = new SpanCollector();
        await using var host = new EngineHost();
        host.Script.Handler = static async (context, input) => await context.Actors.GetActor<IGreeter>().GreetAsync(input);
        var peer = AttemptPeer.Start(host, JournalScript.Object() with { TraceParent = spans.TraceParent });

        peer.Send(WireFrame.FailedCompletion(MessageType.CallCompletion, 2, 418, "secret"));
        await peer.FinishAsync();

        var call = spans.Find("call Engine.Greeter/Greet");
        Assert.Equal((ActivityStatusCode.Error, null, "Restate.Actors.TerminalException"), (call.Status, call.StatusDescription, call.GetTagItem("error.type")));
    }

    [Fact]
    [Capability("Observability", "Span per run")]
    public async Task Run_Span_IsCurrentInsideTheStep()
    {
        using var source = new ActivitySource("Restate.Actors.Tests.SpanTests");
        using var spans = new SpanCollector(source.Name);
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) => await context.Run("charge", _ =>
        {
            using var inner = source.StartActivity("http");
            return Task.FromResult("done");
        });

        var peer = AttemptPeer.Start(host, JournalScript.Object() with { TraceParent = spans.TraceParent });
        await peer.NextAsync("ProposeRunCompletion result_completion_id=1 value=\"done\"");
        peer.Send(WireFrame.Completion(MessageType.RunCompletion, 1, "\"done\""));
        await peer.FinishAsync();

        var attempt = spans.Find("Engine.Object/Run");
        var run = spans.Find("run charge");
        Assert.Equal(attempt.SpanId, run.ParentSpanId);
        Assert.Equal("charge", run.GetTagItem("restate.run.name"));
        Assert.Equal(run.SpanId, spans.Find("http").ParentSpanId);
    }

    [Fact]
    public async Task Run_Fails_IsAnError()
    {
        using var spans = new SpanCollector();
        await using var host = new EngineHost();
        host.Script.Handler = static async (context, _) => await context.Run("s", _ => Task.FromException<string>(new IOException("down")));

        await AttemptPeer.Start(host, JournalScript.Object() with { TraceParent = spans.TraceParent }).FinishAsync();

        var run = spans.Find("run s");
        Assert.Equal((ActivityStatusCode.Error, "down", "System.IO.IOException"), (run.Status, run.StatusDescription, run.GetTagItem("error.type")));
    }

    [Fact]
    public async Task AttemptFilter_Inside_SeesTheSpan()
    {
        using var spans = new SpanCollector();
        await using var host = FilterHost.Create(_script, builder => builder.AddAttemptFilter<ScriptedFilter>());
        _script.Attempt = (_, next) =>
        {
            Activity.Current?.SetTag("mine", "1");
            return next();
        };

        await AttemptPeer.Start(host, JournalScript.Object() with { TraceParent = spans.TraceParent }).FinishAsync();

        Assert.Equal("1", Assert.Single(spans.Spans).GetTagItem("mine"));
    }

    [Fact]
    [Capability("Observability", "Invocation fields on log lines")]
    public async Task Logger_LinesOfTheHandler_HaveTheScopeAndTheSpan()
    {
        using var spans = new SpanCollector();
        var log = new ScopeRecorder();
        await using var host = new EngineHost(loggers: log);
        host.Script.Handler = static async (context, input) =>
        {
            context.Logger.LogInformation("first");
            await context.CreateAwakeable<int>().Task;
            context.Logger.LogInformation("second");
            Assert.Null(Activity.Current);
            return input;
        };
        var journal = JournalScript.Object() with { TraceParent = spans.TraceParent, RetryCount = 1 };
        AttemptPeer.Start(host, journal, isInputClosed: true).Take();

        var sleep = AttemptPeer.Start(host, journal.With(WireFrame.Signal(17, "1")));
        await sleep.FinishAsync();

        const string Scope = "Service=Engine.Object Handler=Run Key=k InvocationId=inv_1test RetryCount=1";
        Assert.Equal(
            [$"first [{Scope}] {spans.Spans[0].SpanId}", $"first [{Scope}] {spans.Spans[1].SpanId}", $"second [{Scope}] {spans.Spans[1].SpanId}"],
            log.Lines.Where(line => line.Contains("[Service", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task NobodyListens_NoSpan()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddAttemptFilter<ScriptedFilter>());
        Activity? seen = null;
        _script.Attempt = (_, next) =>
        {
            seen = Activity.Current;
            return next();
        };

        await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync();

        Assert.NotEqual("Restate.Actors", seen?.Source.Name);
    }
}
