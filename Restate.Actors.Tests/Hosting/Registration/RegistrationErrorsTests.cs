using System.Net;
using Restate.Actors.Hosting.Internal.Registration;
using Restate.Actors.Internal.Admin;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Registration;

public sealed class RegistrationErrorsTests
{
    private static readonly Uri Deployment = new("http://localhost:5080/actors");
    private static readonly Uri AdminUri = new("http://localhost:9070");

    [Fact]
    public void Refused_TypeChanged_SaysWhatWhereAndHowToFix()
    {
        var error = RegistrationErrors.Refused(Deployment, AdminUri, AdminRefusal.Read(
            HttpStatusCode.Conflict, """{"message":"[META0006] detected a new service revision for 'A'.","restate_code":"META0006"}"""));

        Assert.Equal("META0006", error.Code);
        Assert.Equal(
            """
            [META0006] The deployment was not registered: a service of this name is already registered with another type (service, virtual object or workflow).
              deployment:       http://localhost:5080/actors
              admin API:        http://localhost:9070/
              the server wrote: 409 detected a new service revision for 'A'.
            Give the changed service a new name. If nothing needs the old one any more, set RestateRegistrationOptions.Breaking to allow the change.
            """,
            error.Message);
    }

    [Theory]
    [InlineData(
        "META0003",
        500,
        "error when calling: unable to reach the remote endpoint.",
        "the server could not reach the endpoint.",
        """
        Check that the application listens at this address with HTTP/2 (HttpProtocols.Http2), or HTTP/1.1 if RestateRegistrationOptions.UseHttp11 is set,
        and that the server can reach the address: in a container, localhost is the container itself.
        """)]
    [InlineData(
        "META0003",
        500,
        "got status code '401 Unauthorized'. Body: Unauthorized",
        "the endpoint refused the server's discovery request.",
        "Check the request identity keys of the endpoint, and RestateRegistrationOptions.AdditionalHeaders if a proxy asks for credentials.")]
    [InlineData(
        "META0003",
        500,
        "got status code '404 Not Found'.",
        "the endpoint serves no actors at this address.",
        "Call app.MapRestateActors(), and give RestateRegistrationOptions.DeploymentUri the path at which it is mapped.")]
    [InlineData(
        "META0003",
        500,
        "got status code '415 Unsupported Media Type'.",
        "the endpoint and the server share no version of the discovery manifest.",
        "Update the Restate server, or use a version of Restate.Actors which fits it.")]
    [InlineData(
        "META0003",
        500,
        "got status code '500 Internal Server Error'.",
        "the endpoint answered the server's discovery request with an error.",
        "The log of the endpoint says why.")]
    [InlineData(
        "META0004",
        409,
        "deployment exists",
        "another deployment is registered at this address.",
        """
        Give each version of the code an address of its own.
        Or set RestateRegistrationOptions.Force to replace the other; its invocations in flight may then fail to replay.
        """)]
    [InlineData(
        "META0005",
        400,
        "cannot insert/modify service 'restateX' as it contains a reserved name",
        "the name of a service is reserved.",
        "Rename the service: names that start with 'restate', and 'openapi', belong to Restate, in upper and lower case.")]
    [InlineData(
        "META0012",
        500,
        "unsupported service protocol versions: [1, 3].",
        "the server and this application share no version of the service protocol.",
        "Update the Restate server, or use a version of Restate.Actors which fits it.")]
    [InlineData(
        "META0013",
        500,
        "Bad content type header",
        "what answers at this address does not answer discovery as a Restate endpoint.",
        """
        Check that RestateRegistrationOptions.DeploymentUri is the address, with path, at which app.MapRestateActors() serves the actors,
        and that no proxy between them changes content types.
        """)]
    [InlineData(
        "META0014",
        500,
        "server possibly supports only HTTP1.1, consider discovery with --use-http1.1.",
        "the endpoint speaks HTTP/1.1 only.",
        """
        Give Kestrel a listener with HttpProtocols.Http2; without TLS, Http1AndHttp2 means HTTP/1.1.
        Or set RestateRegistrationOptions.UseHttp11; each await that is not yet done then suspends the handler.
        """)]
    [InlineData(
        "META0003",
        500,
        "h2 pool connection error: connection error received: endpoint requires HTTP/1.1",
        "the endpoint speaks HTTP/1.1 only.",
        """
        Give Kestrel a listener with HttpProtocols.Http2; without TLS, Http1AndHttp2 means HTTP/1.1.
        Or set RestateRegistrationOptions.UseHttp11; each await that is not yet done then suspends the handler.
        """)]
    [InlineData(
        "META0003",
        500,
        "got status code '400 Bad Request'. Body: An HTTP/1.x request was sent to an HTTP/2 only endpoint.",
        "the endpoint speaks HTTP/2 only.",
        "Leave RestateRegistrationOptions.UseHttp11 unset, or give Kestrel a listener with HttpProtocols.Http1.")]
    [InlineData(
        "META0017",
        409,
        "several deployments",
        "several deployments are registered at this address, so none can be replaced.",
        "Delete all of them but one with the admin API (DELETE /deployments/{id}?force=true), then register again.")]
    [InlineData(
        null,
        500,
        "received a bad response from the SDK that cannot be decoded: ...",
        "the server does not understand the discovery manifest of the endpoint.",
        "Check the names of services and handlers which the server quotes; if they are right, update the Restate server.")]
    [InlineData(
        null,
        400,
        "invalid combination of service type and handler type",
        "the server refused what the endpoint declares.",
        "Correct what the server names, then start again.")]
    [InlineData(
        null,
        401,
        "",
        "the admin API asks for credentials.",
        "Let this application reach the admin API without a proxy that asks for them, or register the deployment with Restate's own tools.")]
    [InlineData(
        null,
        404,
        "",
        "there is no admin API at this address.",
        "Set RestateRegistrationOptions.AdminUri to the address of the admin API (usually port 9070).")]
    [InlineData(
        null,
        405,
        "",
        "there is no admin API at this address.",
        "Set RestateRegistrationOptions.AdminUri to the address of the admin API (usually port 9070).")]
    [InlineData(
        null,
        409,
        "name clash",
        "it conflicts with what is already registered.",
        "Rename what the server names, or set RestateRegistrationOptions.Force or Breaking if the old one may be replaced.")]
    [InlineData(null, 429, "", "the server is overloaded.", "Try again later, or set RestateRegistrationOptions.Timeout to a longer time.")]
    [InlineData(null, 500, "boom", "the server failed.", "The log of the Restate server says why.")]
    [InlineData("META9999", 400, "new", "the server refused what the endpoint declares.", "Correct what the server names, then start again.")]
    public void Refused_EachCode_IsExplained(string? code, int status, string message, string what, string remedy)
    {
        var error = RegistrationErrors.Refused(Deployment, AdminUri, new AdminRefusal((HttpStatusCode)status, code, message));

        Assert.Equal(code, error.Code);
        Assert.Equal(
            $"""
            {(code is null ? "" : $"[{code}] ")}The deployment was not registered: {what}
              deployment:       http://localhost:5080/actors
              admin API:        http://localhost:9070/
              the server wrote: {status} {message}
            {remedy}
            """,
            error.Message);
    }

    [Fact]
    public void AdminUnreachable_NamesAddressAndLastError()
    {
        var error = RegistrationErrors.AdminUnreachable(Deployment, AdminUri, TimeSpan.FromSeconds(60), new HttpRequestException("Connection refused"));

        Assert.Null(error.Code);
        Assert.Equal(
            """
            The deployment was not registered: the admin API of the Restate server was not reached within 00:01:00.
              deployment: http://localhost:5080/actors
              admin API:  http://localhost:9070/
              last error: Connection refused
            Start the Restate server, or set RestateRegistrationOptions.AdminUri to the address of its admin API (usually port 9070).
            RestateRegistrationOptions.Timeout sets how long it is waited for.
            """,
            error.Message);
    }
}
