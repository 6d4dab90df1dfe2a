using System.Net;
using System.Net.Http.Headers;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting;

/// <summary>The endpoint on Kestrel, spoken to as the server does.</summary>
public sealed class EndpointTests
{
    private static readonly JournalScript Greeting = JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "" };

    [Theory]
    [Capability("Hosting", "Service protocol range")]
    [InlineData(ServiceProtocolVersion.V5)]
    [InlineData(ServiceProtocolVersion.V6)]
    [InlineData(ServiceProtocolVersion.V7)]
    internal async Task Invoke_OutputAndEnd_HeadersAreThoseOfTheProtocol(ServiceProtocolVersion version)
    {
        await using var host = await EndpointHost.StartAsync();
        await using var stream = host.Invoke(Greeting with { Version = version });

        Assert.Equal(["OutputCommand value=\"Ada\"", "End"], await stream.FinishAsync());

        var response = await stream.ResponseAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"application/vnd.restate.invocation.v{(int)version}", response.Content.Headers.GetValues("content-type").Single());
        Assert.StartsWith("restate-actors-dotnet/", response.Headers.GetValues("x-restate-server").Single(), StringComparison.Ordinal);
        Assert.False(stream.WasBroken);
        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    [Capability("Hosting", "HTTP/2 cleartext, two-way")]
    public async Task Invoke_HandlerWaits_HeadAndCommandsComeFirst()
    {
        await using var host = await EndpointHost.StartAsync();
        host.Script.Handler = async (context, input) =>
        {
            await context.CreateAwakeable<int>().Task;
            await context.Sleep(TimeSpan.FromSeconds(1), "nap");
            return input;
        };
        await using var stream = host.Invoke(JournalScript.Object());

        Assert.Equal(HttpStatusCode.OK, (await stream.ResponseAsync()).StatusCode);
        await stream.SendAsync(WireFrame.Signal(17, "1"));
        Assert.EndsWith("result_completion_id=1 name=nap", await stream.ReadAsync(), StringComparison.Ordinal);
        await stream.SendAsync(WireFrame.Completion(MessageType.SleepCompletion, 1));

        Assert.Equal(["OutputCommand value=\"in\"", "End"], await stream.FinishAsync());
        Assert.False(stream.WasBroken);
    }

    [Theory]
    [Capability("Soundness", "Frames and messages are bounded")]
    [InlineData("FFFFFFFFFFFFFFFF", "Error code=500 message=A received message has the unknown type 0xFFFF.")]
    [InlineData("00000000FFFFFFFF", "Error code=500 message=The received Start message has 4294967295 bytes; the limit is 67108864 bytes.")]
    [InlineData("474554202F20485454502F312E310D0A", "Error code=500 message=A received message has the unknown type 0x4745.")]
    [InlineData("0000000000000002FFFF", "Error code=500 message=")]
    [InlineData("0003000000000000", "Error code=571 message=[RSTA0571] Protocol violation: The first message is End; it must be Start.")]
    public async Task Invoke_Garbage_ErrorAndTheConnectionGoesOn(string hex, string error)
    {
        await using var host = await EndpointHost.StartAsync();
        await using var broken = InvocationStream.OpenEmpty(host.Client, "/invoke/Engine.Greeter/Greet", Greeting);

        await broken.SendBytesAsync(Convert.FromHexString(hex));

        Assert.StartsWith(error, Assert.Single(await broken.FinishAsync()), StringComparison.Ordinal);
        Assert.False(broken.WasBroken);
        await using var next = host.Invoke(Greeting);
        Assert.Equal(["OutputCommand value=\"Ada\"", "End"], await next.FinishAsync());
        Assert.Equal(0, host.Engine.RunningCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(20)]
    public async Task Invoke_BodyIsCut_ErrorSaysSo(int length)
    {
        await using var host = await EndpointHost.StartAsync();
        await using var stream = InvocationStream.OpenEmpty(host.Client, "/invoke/Engine.Greeter/Greet", Greeting);
        byte[] bytes = [.. Greeting.ToFrames().SelectMany(frame => frame.ToBytes())];
        await stream.SendBytesAsync(bytes.AsMemory(0, length));

        stream.CloseInput();

        Assert.StartsWith("Error code=571 message=[RSTA0571] Protocol violation: The input ended", await stream.ReadAsync(), StringComparison.Ordinal);
        Assert.Null(await stream.ReadAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/vnd.restate.invocation.v4")]
    [InlineData("application/vnd.restate.invocation.v8")]
    [InlineData("application/vnd.restate.invocation.v6; charset=utf-8")]
    public async Task Invoke_OtherContentType_415(string? contentType)
    {
        await using var host = await EndpointHost.StartAsync();
        await using var stream = InvocationStream.OpenEmpty(host.Client, "/invoke/Engine.Greeter/Greet", Greeting, contentType);

        var response = await stream.ResponseAsync();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        stream.CloseInput();
        Assert.Equal(
            $"The content type '{contentType}' is no version of the service protocol that is served here (5 to 7). Register the deployment again.",
            await response.Content.ReadAsStringAsync());
        Assert.False(stream.WasBroken);
    }

    [Theory]
    [InlineData("/invoke/Engine.Greeter/greet", "There is no handler Engine.Greeter/greet here.")]
    [InlineData("/invoke/Nobody/Greet", "There is no handler Nobody/Greet here.")]
    [InlineData("/invoke/Engine.Greeter", "")]
    [InlineData("/other", "")]
    public async Task Invoke_UnknownHandler_404(string path, string message)
    {
        await using var host = await EndpointHost.StartAsync();
        await using var stream = InvocationStream.OpenEmpty(host.Client, path, Greeting);

        var response = await stream.ResponseAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        stream.CloseInput();
        Assert.StartsWith(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hosting", "Mount in an existing web application")]
    public async Task Prefix_IsInFrontOfAllPaths()
    {
        await using var host = await EndpointHost.StartAsync(prefix: "/actors/v1");
        await using var stream = host.Invoke(Greeting, "/actors/v1");
        Assert.Equal(["OutputCommand value=\"Ada\"", "End"], await stream.FinishAsync());

        Assert.Equal("ok", await host.Client.GetStringAsync("/actors/v1/health"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/actors/v1/discover")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.restate.endpointmanifest.v4+json"));
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    [Capability("Soundness", "Frames and messages are bounded")]
    public async Task Invoke_32Megabytes_ComeThrough()
    {
        await using var host = await EndpointHost.StartAsync();
        var text = $"\"{new string('x', 32 * 1024 * 1024)}\"";
        await using var stream = host.Invoke(JournalScript.Of("Engine.Greeter", "Greet", text) with { Key = "" });

        Assert.Equal([$"OutputCommand value={text}", "End"], await stream.FinishAsync());
    }

    [Fact]
    public async Task Invoke_NobodyReads_AttemptWaitsAndEndsWhenItIsAborted()
    {
        await using var host = await EndpointHost.StartAsync();
        var written = 0;
        host.Script.Handler = async (context, input) =>
        {
            for (; written < 1000; written++)
            {
                context.States.Get<string>("s").Set(new string('x', 10_000));
                await context.Sleep(TimeSpan.Zero);
            }

            return input;
        };
        var stream = host.Invoke(JournalScript.Object());
        await stream.ResponseAsync();

        // Answers are there before they are needed: only the output can hold the handler back.
        for (uint id = 1; id <= 1000; id++)
        {
            await stream.SendAsync(WireFrame.Completion(MessageType.SleepCompletion, id));
        }

        await Bounded.BecomesAsync(() => written > 0);
        await stream.DisposeAsync();

        await Bounded.BecomesAsync(() => host.Engine.RunningCount == 0);
        Assert.InRange(written, 1, 500);
    }

    [Fact]
    public async Task Invoke_2000_NoStreamIsBroken()
    {
        await using var host = await EndpointHost.StartAsync();
        var broken = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) =>
        {
            await using var stream = host.Invoke(JournalScript.Of("Engine.Counter", "Add", "1") with { Key = $"{number % 50}-{number}", State = [("count", "41")] });
            var messages = await stream.FinishAsync();
            if (stream.WasBroken || messages.Length != 4)
            {
                Interlocked.Increment(ref broken);
            }
        });

        Assert.Equal(0, broken);
        Assert.Equal(0, host.Engine.RunningCount);
        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task Invoke_OneAfterTheOther_NoStreamIsBroken()
    {
        await using var host = await EndpointHost.StartAsync();
        for (var number = 0; number < 300; number++)
        {
            await using var stream = host.Invoke(Greeting);
            await stream.FinishAsync();
            Assert.False(stream.WasBroken);
        }

        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task Invoke_ServerDoesNotEndItsSide_ResponseEndsAllTheSame()
    {
        await using var host = await EndpointHost.StartAsync(options => options.StreamEndTimeout = TimeSpan.FromMilliseconds(100));
        await using var stream = host.Invoke(Greeting);

        Assert.Equal("OutputCommand value=\"Ada\"", await stream.ReadAsync());
        Assert.Equal("End", await stream.ReadAsync());
        Assert.Null(await stream.ReadAsync());
    }

    [Fact]
    public async Task Invoke_10000Aborted_EndpointIsUnharmed()
    {
        await using var host = await EndpointHost.StartAsync(options => options.ActivationIdleTimeout = TimeSpan.FromMilliseconds(1));
        host.Script.Handler = async (context, input) =>
        {
            await context.CreateAwakeable<int>().Task;
            return input;
        };

        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
        {
            try
            {
                await using var stream = host.Invoke(JournalScript.Object() with { Key = $"{number}" });
                if (number % 3 != 0)
                {
                    await stream.ResponseAsync();
                }
            }
            catch (HttpRequestException)
            {
                // Kestrel may close a connection on which so many streams are reset; the client opens another.
            }
        });

        await Bounded.BecomesAsync(() => host.Engine.RunningCount == 0);
        await Bounded.BecomesAsync(() => host.Engine.Activations.Count == 0);
        await using var next = host.Invoke(Greeting);
        Assert.Equal(["OutputCommand value=\"Ada\"", "End"], await next.FinishAsync());
    }
}
