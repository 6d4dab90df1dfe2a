using System.Text;
using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class UntypedCallTests : IDisposable
{
    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task CallAsync_Service_JsonBothWays()
    {
        _host.Server.Succeeds("""{"text":"hi"}""");

        var answer = await _host.Client.GetActor("Greeter").CallAsync<Greeting, Greeting>("greet", new Greeting("ho"));

        Assert.Equal(new Greeting("hi"), answer);
        Assert.Equal("http://localhost:8080/restate/call/Greeter/greet", _host.Server.Request.Uri);
        Assert.Equal("""{"text":"ho"}""", _host.Server.Request.Body);
        Assert.Equal("application/json", _host.Server.Request.ContentType);
    }

    [Fact]
    public async Task CallAsync_ObjectWithoutInput_EmptyBody()
    {
        _host.Server.Succeeds("3");

        Assert.Equal(3, await _host.Client.GetActor("Counter", "a/b").CallAsync<int>("get"));

        Assert.Equal("http://localhost:8080/restate/call/Counter/a%2Fb/get", _host.Server.Request.Uri);
        Assert.Null(_host.Server.Request.ContentType);
    }

    [Fact]
    public async Task CallAsync_NoResult_NullObject()
    {
        _host.Server.Succeeds(contentType: null);

        Assert.Null(await _host.Client.GetActor("Counter", "k").CallAsync<int, object?>("add", 1));
    }

    [Fact]
    public async Task CallAsync_EmptyResultForAValueType_ClearError()
    {
        _host.Server.Succeeds(contentType: null);

        var error = await Assert.ThrowsAsync<RestateClientException>(
            () => _host.Client.GetActor("Counter", "k").CallAsync<int>("get"));

        Assert.StartsWith("The invocation inv_1call succeeded, but its result (content type none, 0 bytes) cannot be read as System.Int32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallAsync_RawPayload_ContentTypeOfOnesOwn_BothWays()
    {
        _host.Server.Succeeds("<b/>", "text/xml; charset=utf-8");

        var answer = await _host.Client.GetActor("Xml").CallAsync<RawPayload, RawPayload>(
            "turn", new RawPayload(Encoding.UTF8.GetBytes("<a/>"), "text/xml"));

        Assert.Equal("<b/>", Encoding.UTF8.GetString(answer.Content.Span));
        Assert.Equal("text/xml; charset=utf-8", answer.ContentType);
        Assert.Equal("text/xml", _host.Server.Request.ContentType);
    }

    [Fact]
    public async Task CallAsync_Memory_Raw()
    {
        _host.Server.Succeeds("x", "application/octet-stream");

        var answer = await _host.Client.GetActor("Raw").CallAsync<ReadOnlyMemory<byte>, byte[]>("echo", "ab"u8.ToArray());

        Assert.Equal("x"u8.ToArray(), answer);
        Assert.Equal("ab", _host.Server.Request.Body);
        Assert.Equal("application/octet-stream", _host.Server.Request.ContentType);
    }

    [Theory]
    [InlineData(1024 * 1024, null)]
    [InlineData((1024 * 1024) + 1, "100-continue")]
    public async Task CallAsync_LargeBody_AsksTheServerFirst(int length, string? expect)
    {
        _host.Server.Succeeds("x", "application/octet-stream");

        await _host.Client.GetActor("Raw").CallAsync<byte[], byte[]>("echo", new byte[length]);

        Assert.Equal(expect, _host.Server.Request.Header("expect"));
    }

    [Fact]
    public async Task SendAsync_AllForms_HandlesReadTheirResults()
    {
        _host.Server.Accepts("inv_1a").Accepts("inv_1b").Accepts("inv_1c").Answers(200, "5").Accepts("inv_1d").Answers(200, "raw", "text/plain");
        var counter = _host.Client.GetActor("Counter", "k");

        var first = await counter.SendAsync("add");
        var second = await counter.SendAsync("add", 2, new SendOptions { IdempotencyKey = "i" });
        var third = await counter.SendAsync<int, int>("add", 3);
        var thirdResult = await third.AttachAsync();
        var fourth = await counter.SendAsync<RawPayload, RawPayload>("add", RawPayload.Empty);
        var fourthResult = await fourth.AttachAsync();

        Assert.Equal("inv_1a", await first.GetIdAsync());
        Assert.Equal("inv_1b", await second.GetIdAsync());
        Assert.Equal(5, thirdResult);
        Assert.Equal("text/plain", fourthResult.ContentType);
        Assert.Equal(["", "2", "3"], _host.Server.Requests.Take(3).Select(request => request.Body));
        Assert.Equal("i", _host.Server.Requests[1].Header("idempotency-key"));
    }

    [Fact]
    public async Task CallAsync_WorkflowRunAgain_AlreadyStartedWithItsId()
    {
        _host.Server.HandlerFails(409, "the workflow method was already invoked", id: "inv_1run");

        var error = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(
            () => _host.Client.GetActor("Trip", "t1").AsWorkflow("run").CallAsync<object?>("run"));

        Assert.Equal("inv_1run", error.InvocationId);
    }

    [Fact]
    public async Task CallAsync_RunOfNoDeclaredWorkflow_IsAPlainFailure()
    {
        _host.Server.HandlerFails(409, "the workflow method was already invoked", id: "inv_1run");

        var error = await Assert.ThrowsAsync<TerminalException>(() => _host.Client.GetActor("Trip", "t1").CallAsync<object?>("run"));

        Assert.Equal(409, error.Code);
    }

    [Fact]
    public async Task SendAsync_RunOfAWorkflow_IsSentAgain()
    {
        _host.Server.BreaksConnection().Accepts();

        await _host.Client.GetActor("Trip", "t1").AsWorkflow("run").SendAsync("run");

        Assert.Equal(2, _host.Server.Requests.Count);
    }

    [Fact]
    public void AsWorkflow_WithoutKey_SaysHowToGetIt()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _host.Client.GetActor("Trip").AsWorkflow());

        Assert.Equal("Trip has no key; a workflow has its id as key: GetActor(\"Trip\", workflowId).", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("9a")]
    [InlineData("_")]
    [InlineData("a b")]
    [InlineData("ä")]
    public void GetActor_BadServiceName_Refused(string name)
    {
        Assert.Throws<ArgumentException>(() => _host.Client.GetActor(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a-b")]
    [InlineData("a?x")]
    public async Task CallAsync_BadHandlerName_Refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Client.GetActor("S").CallAsync<int>(name));
    }

    [Theory]
    [InlineData("a.b-c_d")]
    [InlineData("_1")]
    public void GetActor_UnusualServiceName_Allowed(string name)
    {
        Assert.Equal(name, _host.Client.GetActor(name).Service);
    }

    [Fact]
    public void GetActor_EmptyKey_Refused()
    {
        Assert.Throws<ArgumentException>(() => _host.Client.GetActor("Counter", ""));
    }

    private sealed record Greeting(string Text);
}
