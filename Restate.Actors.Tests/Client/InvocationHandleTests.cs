using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class InvocationHandleTests : IDisposable
{
    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    [Capability("Ingress client", "Result of an earlier send")]
    public async Task Attach_ById_BodyFormAndResult()
    {
        _host.Server.Succeeds("5");

        Assert.Equal(5, await _host.Client.GetInvocation<int>("inv_1abc").AttachAsync());

        Assert.Equal("POST", _host.Server.Request.Method);
        Assert.Equal("http://localhost:8080/restate/attach", _host.Server.Request.Uri);
        Assert.Equal("""{"target":"invocation","invocationId":"inv_1abc"}""", _host.Server.Request.Body);
        Assert.Equal("application/json", _host.Server.Request.ContentType);
    }

    [Fact]
    [Capability("Ingress client", "Attach/output by idempotency key")]
    public async Task Attach_ByIdempotencyKeyOfATypedObject_TargetInTheBody()
    {
        _host.Server.Succeeds("5");

        var handle = _host.Account("a/ü").GetInvocation(account => account.DepositAsync(0, ""), "b/1");

        Assert.Equal(5m, await handle.AttachAsync());
        Assert.Equal(
            """{"target":"idempotentInvocation","service":"Account","key":"a/\u00FC","handler":"Deposit","idempotencyKey":"b/1"}""",
            _host.Server.Request.Body);
    }

    [Fact]
    public async Task Attach_ByIdempotencyKeyOfAService_WithoutKey()
    {
        _host.Server.Succeeds("5");

        await _host.Client.GetActor("Greeter").GetInvocation<int>("greet", "i").AttachAsync();

        Assert.Equal("""{"target":"idempotentInvocation","service":"Greeter","handler":"greet","idempotencyKey":"i"}""", _host.Server.Request.Body);
    }

    [Fact]
    public async Task Wait_VoidHandler_ByIdempotencyKey()
    {
        _host.Server.Succeeds(contentType: null).Succeeds(contentType: null);

        await _host.Account().GetInvocation(account => account.WithdrawAsync(0), "w").WaitAsync();
        await _host.Client.GetActor<IAudit>().GetInvocation(audit => audit.RecordAsync(""), "r").WaitAsync();

        Assert.Equal("""{"target":"idempotentInvocation","service":"Audit","handler":"Record","idempotencyKey":"r"}""", _host.Server.Requests[1].Body);
    }

    [Fact]
    [Capability("Ingress client", "Workflow submit, attach, output")]
    public async Task Workflow_ById_ItsRun()
    {
        _host.Server.Succeeds("\"a\"").Succeeds("\"b\"").Succeeds("\"c\"");

        Assert.Equal("a", await _host.Client.GetWorkflow<ITrip, string>("t 1").AttachAsync());
        Assert.Equal("b", await _host.Client.GetActor<ITrip>("t 1").GetInvocation(trip => trip.RunAsync("", default)).AttachAsync());
        Assert.Equal("c", await _host.Client.GetActor("Trip", "t 1").AsWorkflow().GetInvocation<string>("Run").AttachAsync());

        Assert.All(
            _host.Server.Requests,
            request => Assert.Equal("""{"target":"workflow","workflowName":"Trip","workflowKey":"t 1"}""", request.Body));
    }

    [Fact]
    public async Task Workflow_WithoutResult_Waits()
    {
        _host.Server.Succeeds(contentType: null);

        await _host.Client.GetWorkflow<ICleanUp>("c1").WaitAsync();

        Assert.Equal("""{"target":"workflow","workflowName":"CleanUp","workflowKey":"c1"}""", _host.Server.Request.Body);
    }

    [Fact]
    public void Workflow_WrongResultType_ErrorNamesIt()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _host.Client.GetWorkflow<ITrip, int>("t1"));

        Assert.StartsWith("The run Trip/Run of the workflow Restate.Actors.Tests.Client.ITrip does not return System.Int32.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Workflow_EmptyId_Refused()
    {
        Assert.Throws<ArgumentException>(() => _host.Client.GetWorkflow<ITrip, string>(""));
    }

    [Fact]
    public void GetInvocation_KeyMissingOrNotAllowed_Refused()
    {
        var missing = Assert.Throws<ArgumentException>(() => _host.Account().GetInvocation(account => account.DepositAsync(0, "")));
        var notAllowed = Assert.Throws<ArgumentException>(() => _host.Client.GetActor<ITrip>("t1").GetInvocation(trip => trip.RunAsync("", default), "k"));

        Assert.StartsWith("An invocation of Account/Deposit is found by its idempotency key only.", missing.Message, StringComparison.Ordinal);
        Assert.StartsWith("The run Trip/Run of a workflow is found by the workflow's id alone", notAllowed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sign_1abc")]
    public void GetInvocation_BadId_Refused(string id)
    {
        Assert.Throws<ArgumentException>(() => _host.Client.GetInvocation<int>(id));
    }

    [Fact]
    public async Task Peek_Finished_Result()
    {
        _host.Server.Succeeds("5");

        Assert.Equal(new InvocationOutput<int>(true, 5), await _host.Client.GetInvocation<int>("inv_1").PeekAsync());

        Assert.Equal("http://localhost:8080/restate/output", _host.Server.Request.Uri);
    }

    [Fact]
    [Capability("Ingress client", "Output tells \"not ready\" apart")]
    public async Task Peek_Running_NotCompleted()
    {
        _host.Server.Refuses(470, "the invocation exists but has not completed yet");

        Assert.Equal(new InvocationOutput<int>(false, 0), await _host.Client.GetInvocation<int>("inv_1").PeekAsync());
    }

    [Fact]
    public async Task Peek_HandlerFailedWith470_Failure()
    {
        _host.Server.HandlerFails(470, "mine");

        Assert.Equal(470, (await Assert.ThrowsAsync<TerminalException>(() => _host.Client.GetInvocation<int>("inv_1").PeekAsync())).Code);
    }

    [Fact]
    public async Task Peek_Unknown_NotFoundWithId()
    {
        _host.Server.Refuses(404, "invocation not found");

        var error = await Assert.ThrowsAsync<InvocationNotFoundException>(() => _host.Client.GetInvocation<int>("inv_1abc").PeekAsync());

        Assert.Equal("inv_1abc", error.InvocationId);
        Assert.Equal(404, error.Code);
        Assert.StartsWith("Restate knows no invocation inv_1abc:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peek_UnknownService_NotFoundOfTheClient()
    {
        _host.Server.Refuses(404, "service 'Trip' not found, make sure to register it");

        await Assert.ThrowsAsync<RestateNotFoundException>(() => _host.Client.GetWorkflow<ITrip, string>("t1").PeekAsync());
    }

    [Fact]
    public async Task Attach_Unknown_ToldApartFromAFailureByAPeek()
    {
        _host.Server.HandlerFails(404, "not found", id: "inv_1nothing").Refuses(404, "invocation not found");

        var error = await Assert.ThrowsAsync<InvocationNotFoundException>(() => _host.Client.GetWorkflow<ITrip, string>("t1").AttachAsync());

        Assert.StartsWith("Restate knows no invocation of the workflow run Trip/Run:", error.Message, StringComparison.Ordinal);
        Assert.Equal(["/restate/attach", "/restate/output"], _host.Server.Requests.Select(request => new Uri(request.Uri).AbsolutePath));
    }

    [Fact]
    public async Task Attach_HandlerFailedWithTheSameWords_PlainFailure()
    {
        _host.Server.HandlerFails(404, "not found").HandlerFails(404, "not found");

        var error = await Assert.ThrowsAsync<TerminalException>(() => _host.Client.GetInvocation<int>("inv_1").AttachAsync());

        Assert.Equal("not found", error.Message);
    }

    [Fact]
    public async Task Attach_HandlerFailedWith404AndOtherWords_NoFurtherRequest()
    {
        _host.Server.HandlerFails(404, "no such account");

        var error = await Assert.ThrowsAsync<TerminalException>(() => _host.Client.GetInvocation<int>("inv_1").AttachAsync());

        Assert.Equal("no such account", error.Message);
        Assert.Single(_host.Server.Requests);
    }

    [Fact]
    public async Task GetId_ByTarget_LookedUpOnce()
    {
        _host.Server.Answers(200, """{"invocationId":"inv_1found"}""");
        var handle = _host.Client.GetWorkflow<ITrip, string>("t1");

        Assert.Equal("inv_1found", await handle.GetIdAsync());
        Assert.Equal("inv_1found", await handle.GetIdAsync());

        Assert.Equal("http://localhost:8080/restate/lookup", _host.Server.Request.Uri);
        Assert.Equal("""{"target":"workflow","workflowName":"Trip","workflowKey":"t1"}""", _host.Server.Request.Body);
    }

    [Fact]
    public async Task Cancel_WithAdminClient_AsksItForTheId()
    {
        var admin = new FakeServer().Answers(202, contentType: null).Answers(200, contentType: null);
        using var host = new ClientHost(admin: admin);

        await host.Client.GetInvocation<int>("inv_1abc").CancelAsync();

        Assert.Equal(
            ["http://localhost:9070/invocations/inv_1abc/cancel", "http://localhost:9070/invocations/inv_1abc/resume"],
            admin.Requests.Select(request => request.Uri));
        Assert.Empty(host.Server.Requests);
    }

    [Fact]
    public async Task Cancel_NoAdminClient_ErrorSaysHowToAddIt()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _host.Client.GetInvocation<int>("inv_1abc").CancelAsync());

        Assert.StartsWith(
            "Cancelling an invocation from outside a handler needs the admin API of the server. Add its client: services.AddRestateAdmin(",
            error.Message,
            StringComparison.Ordinal);
        Assert.Empty(_host.Server.Requests);
    }
}
