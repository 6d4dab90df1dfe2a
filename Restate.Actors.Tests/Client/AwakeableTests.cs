using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class AwakeableTests : IDisposable
{
    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    [Capability("Ingress client", "Awakeable resolve, reject")]
    public async Task Resolve_Value_SerializedBody()
    {
        _host.Server.Answers(202, contentType: null);

        await _host.Client.ResolveAwakeableAsync("sign_1a-b_c", "yes");

        Assert.Equal("POST", _host.Server.Request.Method);
        Assert.Equal("http://localhost:8080/restate/a/sign_1a-b_c/resolve", _host.Server.Request.Uri);
        Assert.Equal("\"yes\"", _host.Server.Request.Body);
        Assert.Equal("application/json", _host.Server.Request.ContentType);
    }

    [Fact]
    public async Task Resolve_Bytes_AsTheyAre()
    {
        _host.Server.Answers(202, contentType: null);

        await _host.Client.ResolveAwakeableAsync("sign_1", "raw"u8.ToArray());

        Assert.Equal("raw", _host.Server.Request.Body);
    }

    [Fact]
    [Capability("Ingress client", "Awakeable resolve, reject")]
    public async Task Reject_Message_PlainText()
    {
        _host.Server.Answers(202, contentType: null);

        await _host.Client.RejectAwakeableAsync("sign_1", "zu spät");

        Assert.Equal("http://localhost:8080/restate/a/sign_1/reject", _host.Server.Request.Uri);
        Assert.Equal("zu spät", _host.Server.Request.Body);
        Assert.Equal("text/plain; charset=utf-8", _host.Server.Request.ContentType);
    }

    [Fact]
    public async Task Resolve_BadId_BadRequest()
    {
        _host.Server.Refuses(400, "bad awakeable id 'foo': bad format");

        await Assert.ThrowsAsync<RestateBadRequestException>(() => _host.Client.ResolveAwakeableAsync("foo", 1));
    }

    [Fact]
    public async Task Resolve_EmptyId_Refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Client.ResolveAwakeableAsync("", 1));
    }
}
