using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Restate.Actors.Admin;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.Registration;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Registration;

public sealed class DeploymentRegistrarTests
{
    private const string Deployment = """{"id":"dp_1","services":[{"name":"A","revision":3,"ty":"Service"},{"name":"B","revision":1}],"info":[]}""";
    private const string Unreachable = """{"message":"[META0003] unable to reach the remote endpoint","restate_code":"META0003"}""";

    private static readonly Uri DeploymentUri = new("http://localhost:5080");

    private readonly RestateRegistrationOptions _options = new();
    private readonly RecordingLogger<DeploymentRegistrar> _logger = new();

    [Fact]
    public async Task Register_DefaultOptions_SendsOnlyWhatIsNeeded()
    {
        var admin = new FakeAdmin((HttpStatusCode.Created, Deployment));

        await RegisterAsync(admin, force: false);

        Assert.Equal(
            ["""POST http://localhost:9070/deployments {"uri":"http://localhost:5080/","force":false,"breaking":false,"use_http_11":false}"""],
            admin.Requests);
    }

    [Fact]
    public async Task Register_AllOptions_SendsThem()
    {
        _options.AdminUri = new Uri("https://admin.example/restate/");
        _options.Breaking = true;
        _options.UseHttp11 = true;
        _options.Metadata["git"] = "abc";
        _options.AdditionalHeaders["Authorization"] = "secret";
        var admin = new FakeAdmin((HttpStatusCode.Created, Deployment));

        await RegisterAsync(admin, force: true);

        Assert.Equal(
            [
                """POST https://admin.example/restate/deployments {"uri":"http://localhost:5080/","force":true,"breaking":true,"""
                + """ "use_http_11":true,"metadata":{"git":"abc"},"additional_headers":{"Authorization":"secret"}}""".TrimStart(),
            ],
            admin.Requests);
        Assert.DoesNotContain(_logger.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Register_New_ReturnsAndLogsServicesWithRevision()
    {
        var deployment = await RegisterAsync(new FakeAdmin((HttpStatusCode.Created, Deployment)), force: false);

        Assert.Equal("dp_1", deployment.Id);
        Assert.Equal([("A", 3), ("B", 1)], deployment.Services.Select(service => (service.Name, service.Revision)));
        Assert.Equal(
            [
                "Information: Registering http://localhost:5080/ with the Restate server at http://localhost:9070/ (force: False).",
                "Information: Registered http://localhost:5080/ as deployment dp_1: A (revision 3), B (revision 1).",
            ],
            _logger.Lines);
    }

    [Fact]
    public async Task Register_ExistedWithoutForce_LogsThatNothingChanged()
    {
        await RegisterAsync(new FakeAdmin((HttpStatusCode.OK, Deployment)), force: false);

        Assert.Equal(
            "Information: http://localhost:5080/ was already registered as deployment dp_1, and stays as the server knows it: A (revision 3), B (revision 1). "
            + "After a change of the code deploy it at a new address, or set RestateRegistrationOptions.Force.",
            _logger.Lines[^1]);
    }

    [Fact]
    public async Task Register_ExistedWithForce_LogsTheRegistration()
    {
        await RegisterAsync(new FakeAdmin((HttpStatusCode.OK, Deployment)), force: true);

        Assert.StartsWith("Information: Registered http://localhost:5080/ as deployment dp_1: ", _logger.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_ServerAndEndpointComeUpLate_TriesOnAndLogsOnce()
    {
        var admin = new FakeAdmin(
            (null, "Connection refused"),
            (HttpStatusCode.ServiceUnavailable, ""),
            (HttpStatusCode.InternalServerError, Unreachable),
            (HttpStatusCode.Created, Deployment));

        var deployment = await RegisterAsync(admin, force: false);

        Assert.Equal("dp_1", deployment.Id);
        Assert.Equal(4, admin.Requests.Count);
        Assert.Equal(
            "Information: http://localhost:5080/ is not registered yet; trying on (attempt 1, 0.0 s). "
            + "Reason: the admin API is not reachable: Connection refused",
            _logger.Lines[1]);
        Assert.Equal(3, _logger.Lines.Count);
    }

    [Fact]
    public async Task Register_AdminNeverUp_EndsAtTheTimeoutWithFewLines()
    {
        _options.Timeout = TimeSpan.FromSeconds(31);
        var admin = new FakeAdmin((null, "Connection refused"));

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(admin, force: false));

        Assert.StartsWith(
            "The deployment was not registered: the admin API of the Restate server was not reached within 00:00:31.\n",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(19, admin.Requests.Count);
        Assert.Equal(4, _logger.Lines.Count);
    }

    [Fact]
    public async Task Register_EndpointNeverUp_ErrorIsTheServersLastRefusal()
    {
        _options.Timeout = TimeSpan.FromSeconds(1);
        var admin = new FakeAdmin((HttpStatusCode.InternalServerError, Unreachable), (null, "no answer in time"));

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(admin, force: false));

        Assert.Equal("META0003", error.Code);
        Assert.Equal(4, admin.Requests.Count);
    }

    [Fact]
    public async Task Register_FinalRefusal_IsNotTriedAgain()
    {
        var admin = new FakeAdmin((HttpStatusCode.Conflict, """{"message":"[META0006] type","restate_code":"META0006"}"""));

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(admin, force: false));

        Assert.Equal("META0006", error.Code);
        Assert.Single(admin.Requests);
    }

    [Theory]
    [InlineData("<html>hello</html>")]
    [InlineData("""{"hello":"world"}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Register_SuccessOfAnotherProgram_ErrorSaysItIsNoAdminApi(string body)
    {
        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(new FakeAdmin((HttpStatusCode.OK, body)), force: false));

        Assert.Equal(
            """
            The deployment was not registered: the answer (200) is not one of a Restate server's admin API.
              deployment: http://localhost:5080/
              admin API:  http://localhost:9070/
            Set RestateRegistrationOptions.AdminUri to the address of the admin API (usually port 9070).
            """,
            error.Message);
    }

    [Fact]
    public async Task Register_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var admin = new FakeAdmin((null, "Connection refused")) { OnRequest = cancellation.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RegisterAsync(admin, force: false, cancellation.Token));
        Assert.Single(admin.Requests);
    }

    private async Task<DeploymentRegistration> RegisterAsync(FakeAdmin admin, bool force, CancellationToken cancellationToken = default)
    {
        using var client = new HttpClient(admin);
        return await new DeploymentRegistrar(_options, client, _logger, new SkippingTimeProvider()).RegisterAsync(DeploymentUri, force, cancellationToken);
    }

    /// <summary>Answers one request after the other as told, and all further ones as the last. No status means a failed connection.</summary>
    private sealed class FakeAdmin(params (HttpStatusCode? Status, string Body)[] answers) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        public Action? OnRequest { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.Method} {request.RequestUri} {await request.Content!.ReadAsStringAsync(cancellationToken)}");
            OnRequest?.Invoke();
            var (status, body) = answers[Math.Min(Requests.Count, answers.Length) - 1];
            return status is { } code
                ? new HttpResponseMessage(code) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) }
                : throw new HttpRequestException(body);
        }
    }
}
