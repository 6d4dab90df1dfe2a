using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restate.Actors.Lambda.Internal;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Lambda;

/// <summary>The loop of the function against a runtime that the test plays.</summary>
public sealed class LambdaRuntimeTests
{
    [Fact]
    public async Task Run_EventsOneAfterTheOther_AreAnsweredAndBrokenOnesReported()
    {
        ConcurrentQueue<string> events = new(
        [
            LambdaHost.EventOf(JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "" }),
            "{}",
            LambdaHost.EventOf(JournalScript.Of("Engine.Greeter", "Greet", "\"Bob\"") with { Key = "" }),
        ]);
        List<string> answers = [];
        using var finished = new CancellationTokenSource();
        var number = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var runtime = builder.Build();
        runtime.MapGet("/2018-06-01/runtime/invocation/next", async context =>
        {
            if (!events.TryDequeue(out var next))
            {
                await finished.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                return;
            }

            context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = $"r{++number}";
            await context.Response.WriteAsync(next);
        });
        runtime.MapPost("/2018-06-01/runtime/invocation/{id}/{kind}", async (string id, string kind, HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            answers.Add($"{id} {kind} {(await reader.ReadToEndAsync())[..31]}");
        });
        await runtime.StartAsync();
        using var host = new LambdaHost();
        using var client = new HttpClient { BaseAddress = new Uri(runtime.Urls.Single()) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new LambdaRuntime(client, host.Endpoint).RunAsync(finished.Token).WaitAsync(AttemptPeer.Patience));

        Assert.Equal(
            ["""r1 response {"statusCode":200,"headers":{"c""", """r2 error {"errorType":"JsonException","e""", """r3 response {"statusCode":200,"headers":{"c"""],
            answers);
    }

    [Fact]
    public async Task RunRestateLambda_ElsewhereThanInLambda_SaysSo()
    {
        using var host = new LambdaHost();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.App.RunRestateLambdaAsync());

        Assert.StartsWith("RunRestateLambdaAsync runs in AWS Lambda only", error.Message, StringComparison.Ordinal);
    }
}
