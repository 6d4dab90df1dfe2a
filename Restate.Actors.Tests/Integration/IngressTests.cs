using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>Requests as curl would send them.</summary>
public abstract class IngressTests(ActorServer server) : ServerTest(server)
{
    [Fact]
    [Capability("Definition and kinds", "Basic service")]
    public async Task Post_Service_IsAnswered()
    {
        var answer = await Server.Ingress.PostJsonAsync("/Form/Required", "41");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("41", answer.Text);
        Assert.Equal("application/json", answer.Headers["content-type"]);
    }

    [Theory]
    [Capability("Calls and sends from a handler", "Several parameters per handler method")]
    [InlineData("/Form/Several", """{ "text": "a", "number": 3, "flag": true }""", "\"a 3 True\"")]
    [InlineData("/Form/Several", """{ "text": "a" }""", "\"a 2 False\"")]
    [InlineData("/Form/Several", """{ "TEXT": "a", "unknown": [{}] }""", "\"a 2 False\"")]
    [InlineData("/Form/Optional", "3", "3")]
    [InlineData("/Form/Nullable", "null", "\"none\"")]
    [InlineData("/Form/Record", """{ "text": "a", "pages": 1 }""", """{"text":"a","pages":2}""")]
    public async Task Post_InputsOfAllShapes_AreRead(string path, string input, string output)
    {
        Assert.Equal(output, (await Server.Ingress.PostJsonAsync(path, input)).Text);
    }

    [Theory]
    [Capability("Definition and kinds", "No input or no output")]
    [InlineData("/Form/Optional", "7")]
    [InlineData("/Form/Nullable", "\"none\"")]
    [InlineData("/Form/Nothing", "\"nothing\"")]
    public async Task Post_WithoutBody_HandlersThatNeedNoneAnswer(string path, string output)
    {
        Assert.Equal(output, (await Server.Ingress.PostAsync(path)).Text);
    }

    [Fact]
    [Capability("Definition and kinds", "Raw bytes in and out")]
    public async Task Post_Bytes_ComeBackAsTheyAre()
    {
        byte[] bytes = [0, 255, 10, 13, 0];

        var answer = await Server.Ingress.SendAsync(HttpMethod.Post, "/Form/Bytes", bytes, [("content-type", "application/octet-stream")]);

        Assert.Equal(bytes, answer.Body.ToArray());
        Assert.Equal("application/octet-stream", answer.Headers["content-type"]);
    }

    [Theory]
    [Capability("Request information", "Object / workflow key")]
    [InlineData("a b", "a%20b")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a+b", "a+b")]
    [InlineData("100%", "100%25")]
    [InlineData("a?b#c&d=e", "a%3Fb%23c%26d%3De")]
    [InlineData("日本 ключ 🔑", "%E6%97%A5%E6%9C%AC%20%D0%BA%D0%BB%D1%8E%D1%87%20%F0%9F%94%91")]
    [InlineData("..", "..")]
    [InlineData("\"quoted\"\\", "%22quoted%22%5C")]
    public async Task Post_KeyWithSpecialCharacters_ReachesTheSameObjectAsTheClient(string key, string segment)
    {
        var answer = await Server.Ingress.PostJsonAsync($"/Line/{segment}/Echo", "\"hello\"");

        Assert.Equal($"{key}: hello", JsonNode.Parse(answer.Text)!.GetValue<string>());
        Assert.Equal($"{key}: hello", await Client.GetActor<ILine>(key).EchoAsync("hello"));
        Assert.Equal([$"{key}: 1"], (await Client.GetActor<ICaller>().CallInTurnAsync(key)).Take(1));
    }

    [Fact]
    [Capability("Hard cases", "A key that is not canonical")]
    public async Task Post_GuidKey_OnlyTheCanonicalFormIsAccepted()
    {
        var key = Guid.NewGuid();

        var canonical = await Server.Ingress.PostJsonAsync($"/Counter/{key}/Add", "3");
        var upperCase = await Server.Ingress.PostJsonAsync($"/Counter/{key.ToString().ToUpperInvariant()}/Add", "3");
        var withBraces = await Server.Ingress.PostJsonAsync($"/Counter/{key:B}/Add", "3");

        Assert.Equal("3", canonical.Text);
        AssertTerminal(upperCase, 400, "The key of Counter is not a Guid in its canonical form");
        AssertTerminal(withBraces, 400, "The key of Counter is not a Guid in its canonical form");
        Assert.Equal(3, await Client.GetActor<ICounter>(key).ValueAsync());
    }

    [Theory]
    [Capability("Errors", "Undecodable input answers 400, not retry")]
    [InlineData("/Form/Required", "{bad", "The input of Form/Required cannot be read: ")]
    [InlineData("/Form/Required", "\"text\"", "The input of Form/Required cannot be read: ")]
    [InlineData("/Form/Required", "null", "The input of Form/Required cannot be read: ")]
    [InlineData("/Form/Required", "1 2", "The input of Form/Required cannot be read: ")]
    [InlineData("/Form/Several", "{ }", "The input of Form/Several cannot be read: The input lacks the property 'text'.")]
    [InlineData("/Form/Several", "[]", "The input of Form/Several cannot be read: The input must be a JSON object with the properties text, number, flag.")]
    public async Task Post_InputThatCannotBeRead_IsRefusedAtOnce(string path, string input, string message)
    {
        var answer = await Server.Ingress.PostJsonAsync(path, input);

        AssertTerminal(answer, 400, message);
        Assert.Equal(1, Host.AttemptsOf(answer.Headers["x-restate-id"]));
    }

    [Theory]
    [InlineData("/Form/Required")]
    [InlineData("/Form/Several")]
    [InlineData("/Form/Record")]
    public async Task Post_EmptyBodyWhereAValueIsRequired_IsRefusedByTheServer(string path)
    {
        var answer = await Server.Ingress.PostAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("ingress", answer.Headers["x-restate-error-source"]);
    }

    [Fact]
    public async Task Post_BodyWhereNoneIsExpected_IsRefusedByTheServer()
    {
        var answer = await Server.Ingress.PostJsonAsync("/Form/Nothing", "1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("/Form/Unknown")]
    [InlineData("/Unknown/Required")]
    [InlineData("/form/Required")]
    public async Task Post_UnknownTarget_Is404(string path)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Server.Ingress.PostJsonAsync(path, "1")).Status);
    }

    [Fact]
    public async Task Post_WorkflowTwice_SecondTimeIs409()
    {
        await Server.Ingress.PostJsonAsync($"/Order/{Key}/Approve", "\"Ann\"");
        var first = await Server.Ingress.PostJsonAsync($"/Order/{Key}/Run", "\"tea\"");
        var second = await Server.Ingress.PostJsonAsync($"/Order/{Key}/Run", "\"tea\"");

        Assert.Equal("\"receipt for tea, approved by Ann\"", first.Text);
        AssertTerminal(second, 409, "the workflow method was already invoked");
    }

    [Fact]
    [Capability("Ingress client", "Call, send, delay, idempotency key")]
    public async Task Post_SameIdempotencyKey_IsExecutedOnce()
    {
        var first = await Server.Ingress.PostJsonAsync($"/Line/{Key}/Count", $"\"{Key}\"", ("idempotency-key", Key));
        var second = await Server.Ingress.PostJsonAsync($"/Line/{Key}/Count", $"\"{Key}\"", ("idempotency-key", Key));

        Assert.Equal("1", first.Text);
        Assert.Equal("1", second.Text);
    }

    [Fact]
    [Capability("Request information", "Invocation id, headers")]
    public async Task Post_Header_ReachesTheHandler()
    {
        var answer = await Server.Ingress.PostJsonAsync($"/Line/{Key}/Header", "\"X-Test\"", ("x-test", "from curl"));

        Assert.Equal("\"from curl\"", answer.Text);
    }

    [Fact]
    public async Task Send_OneWay_IsAcceptedAndHandled()
    {
        var answer = await Server.Ingress.PostJsonAsync($"/Line/{Key}/Append/send", "1");
        var id = JsonNode.Parse(answer.Text)!["invocationId"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await Server.Ingress.SendAsync(HttpMethod.Get, $"/restate/invocation/{id}/attach")).Status);
        Assert.Equal([1], await Client.GetActor<ILine>(Key).ContentAsync());
    }

    [Fact]
    public async Task Post_LargeInput_IsReadWhole()
    {
        var input = Encoding.UTF8.GetBytes($"\"{new string('x', 5_000_000)}\"");

        var answer = await Server.Ingress.SendAsync(HttpMethod.Post, "/Form/Nullable", input, [("content-type", "application/json")]);

        Assert.Equal(input.Length, answer.Body.Length);
    }

    private static void AssertTerminal(RawResponse answer, int code, string message)
    {
        Assert.Equal(code, (int)answer.Status);
        Assert.Equal("invocation", answer.Headers["x-restate-error-source"]);
        Assert.StartsWith(message, JsonNode.Parse(answer.Text)!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : IngressTests(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : IngressTests(server);

    [Collection(nameof(LazyServer))]
    public sealed class OnLazy(LazyServer server) : IngressTests(server);

    [Collection(nameof(SuspendingLazyServer))]
    public sealed class OnSuspendingLazy(SuspendingLazyServer server) : IngressTests(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : IngressTests(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : IngressTests(server);

    [Collection(nameof(Http11Server))]
    public sealed class OnHttp11(Http11Server server) : IngressTests(server);
}
