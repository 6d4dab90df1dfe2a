using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Lambda;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Lambda;

/// <summary>Events of AWS Lambda and the answers to them.</summary>
public sealed class LambdaEndpointTests
{
    [Fact]
    public async Task Discover_ManifestSaysRequestResponse()
    {
        using var host = new LambdaHost();

        var answer = await host.InvokeAsync("""
            {"path":"/discover","httpMethod":"GET","headers":{"accept":"application/vnd.restate.endpointmanifest.v3+json"},"body":"","isBase64Encoded":true}
            """);

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/vnd.restate.endpointmanifest.v3+json", answer.Headers["content-type"]);
        Assert.StartsWith("restate-actors-dotnet/", answer.Headers["x-restate-server"], StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(answer.Body);
        Assert.Equal("REQUEST_RESPONSE", manifest.RootElement.GetProperty("protocolMode").GetString());
        Assert.Contains(manifest.RootElement.GetProperty("services").EnumerateArray(), service => service.GetProperty("name").GetString() == "Engine.Greeter");
    }

    [Theory]
    [InlineData("""{"path":"\udc00"}""", "The event holds text that is not valid Unicode")]
    [InlineData("""{"path":"/discover","body":"\ud800","isBase64Encoded":true}""", "The event holds text that is not valid Unicode")]
    [InlineData("""{"path":"/discover","headers":{"a":"\ud800"}}""", "The event holds text that is not valid Unicode")]
    [InlineData("""{"path":"/discover","headers":{"":"a"}}""", "The event is no HTTP request: it has a header without a name.")]
    [InlineData("""{"path":"/%00"}""", "The path of the event cannot be decoded")]
    public async Task Invoke_TextThatCannotBeRead_NoEvent(string lambdaEvent, string message)
    {
        using var host = new LambdaHost();

        var error = await Assert.ThrowsAsync<JsonException>(() => host.InvokeAsync(lambdaEvent));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServiceProtocolVersion.V5)]
    [InlineData(ServiceProtocolVersion.V7)]
    internal async Task Invoke_StraightThrough_OutputAndEnd(ServiceProtocolVersion version)
    {
        using var host = new LambdaHost();

        var answer = await host.InvokeAsync(LambdaHost.EventOf(JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "", Version = version }));

        Assert.Equal((200, $"application/vnd.restate.invocation.v{(int)version}"), (answer.Status, answer.Headers["content-type"]));
        Assert.Equal(["OutputCommand value=\"Ada\"", "End"], LambdaHost.MessagesOf(answer.Body, version));
    }

    [Fact]
    public async Task Invoke_HandlerWaits_SuspendsAndTheNextEventGoesOn()
    {
        using var host = new LambdaHost();
        host.Script.Handler = static async (context, input) =>
        {
            await context.Run("step", _ => Task.FromResult(1));
            return $"{await context.CreateAwakeable<int>().Task}{input}";
        };

        var first = await host.InvokeAsync(LambdaHost.EventOf(JournalScript.Object()));
        Assert.Equal(
            ["RunCommand result_completion_id=1 name=step", "ProposeRunCompletion result_completion_id=1 value=1", "Suspension waiting_completions=[1] waiting_signals=[1]"],
            LambdaHost.MessagesOf(first.Body));
        var run = WireFrame.Of(MessageType.RunCommand, new Protocol.Oracle.RunCommandMessage { ResultCompletionId = 1, Name = "step" });
        var known = JournalScript.Object().With(run, WireFrame.Completion(MessageType.RunCompletion, 1, "1"), WireFrame.Signal(17, "5"));
        var second = await host.InvokeAsync(LambdaHost.EventOf(known));

        Assert.Equal(["OutputCommand value=\"5in\"", "End"], LambdaHost.MessagesOf(second.Body));
    }

    [Fact]
    public async Task Invoke_EventOfVersion2_IsServed()
    {
        using var host = new LambdaHost();
        using var event1 = JsonDocument.Parse(LambdaHost.EventOf(JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "" }));
        var body = event1.RootElement.GetProperty("body").GetString();

        var answer = await host.InvokeAsync($$$"""
            {"version":"2.0","rawPath":"/invoke/Engine.Greeter/Greet","requestContext":{"http":{"method":"POST"}},
             "headers":{"Content-Type":"application/vnd.restate.invocation.v6"},"body":"{{{body}}}","isBase64Encoded":true}
            """);

        Assert.Equal(["OutputCommand value=\"Ada\"", "End"], LambdaHost.MessagesOf(answer.Body));
    }

    [Theory]
    [InlineData("/invoke/Engine.Greeter/None", "application/vnd.restate.invocation.v6", 404)]
    [InlineData("/invoke/Engine.Greeter/Greet", "application/json", 415)]
    [InlineData("/elsewhere", "application/json", 404)]
    [InlineData("/health", "application/json", 200)]
    public async Task OtherRequests_AreAnsweredAsOverHttp(string path, string contentType, int status)
    {
        using var host = new LambdaHost();

        var answer = await host.InvokeAsync($$"""{"path":"{{path}}","httpMethod":"POST","headers":{"content-type":"{{contentType}}"},"body":null,"isBase64Encoded":false}""");

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Invoke_StreamIsGivenUp_500()
    {
        using var host = new LambdaHost();
        var body = Convert.ToBase64String([0, 0, 0, 0]);

        var cut = await host.InvokeAsync($$"""{"path":"/invoke/Engine.Greeter/Greet","httpMethod":"POST","headers":{"content-type":"application/vnd.restate.invocation.v6"},"body":"{{body}}","isBase64Encoded":true}""");

        Assert.StartsWith("Error code=571 message=[RSTA0571] Protocol violation: The input ended", Assert.Single(LambdaHost.MessagesOf(cut.Body)), StringComparison.Ordinal);
        using var cancelled = new CancellationTokenSource();
        host.Script.Handler = async (_, input) =>
        {
            await cancelled.CancelAsync();
            await new TaskCompletionSource().Task;
            return input;
        };
        await using var answer = await host.Endpoint.InvokeAsync(new MemoryStream(Encoding.UTF8.GetBytes(LambdaHost.EventOf(JournalScript.Object()))), cancelled.Token);
        using var document = await JsonDocument.ParseAsync(answer);
        Assert.Equal(500, document.RootElement.GetProperty("statusCode").GetInt32());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"path":"/discover","body":"!","isBase64Encoded":true}""")]
    public async Task BrokenEvents_AreNoEvents(string lambdaEvent)
    {
        using var host = new LambdaHost();

        await Assert.ThrowsAsync<JsonException>(() => host.InvokeAsync(lambdaEvent));
    }

    [Fact]
    public async Task Identity_UnsignedEvent_401()
    {
        using var host = new LambdaHost(actors => actors.UseRequestIdentity("publickeyv1_w7YHemBctH5Ck2nQRQ47iBBqhNHy4FV7t2Usbye2A6f"));

        var answer = await host.InvokeAsync(LambdaHost.EventOf(JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "" }));

        Assert.Equal((401, 0), (answer.Status, answer.Body.Length));
    }

    [Fact]
    public void Create_WithoutActors_SaysWhatIsMissing()
    {
        var builder = Host.CreateApplicationBuilder();
        using var empty = new ServiceCollection().BuildServiceProvider();
        builder.Services.AddRestateActors();
        using var host = builder.Build();

        Assert.StartsWith("LambdaActorEndpoint found no engine.", Assert.Throws<InvalidOperationException>(() => new LambdaActorEndpoint(empty)).Message, StringComparison.Ordinal);
        Assert.StartsWith("LambdaActorEndpoint found no actors.", Assert.Throws<InvalidOperationException>(() => new LambdaActorEndpoint(host.Services)).Message, StringComparison.Ordinal);
    }
}
