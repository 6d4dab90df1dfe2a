using System.Net;

namespace Restate.Actors.Internal.Admin;

/// <summary>Knows why the server refuses deployments and what helps, in the words of the options that were used.</summary>
internal sealed class RegistrationAdvice(string options, string admin, string timeout, string address)
{
    /// <summary>Tells what went wrong, and what to do.</summary>
    public (string What, string Remedy) Explain(AdminRefusal refusal) => refusal switch
    {
        { NeedsHttp11: true } => (
            "the endpoint speaks HTTP/1.1 only.",
            $"""
            Give Kestrel a listener with HttpProtocols.Http2; without TLS, Http1AndHttp2 means HTTP/1.1.
            Or set {options}.UseHttp11; each await that is not yet done then suspends the handler.
            """),
        { NeedsHttp2: true } => (
            "the endpoint speaks HTTP/2 only.",
            $"Leave {options}.UseHttp11 unset, or give Kestrel a listener with HttpProtocols.Http1."),
        _ => ExplainCode(refusal),
    };

    private (string What, string Remedy) ExplainCode(AdminRefusal refusal) => refusal.Code switch
    {
        AdminRefusal.EndpointUnreachable => ExplainDiscovery(refusal.EndpointStatus),
        "META0004" => (
            "another deployment is registered at this address.",
            $"""
            Give each version of the code an address of its own.
            Or set {options}.Force to replace the other; its invocations in flight may then fail to replay.
            """),
        "META0005" => (
            "the name of a service is reserved.",
            "Rename the service: names that start with 'restate', and 'openapi', belong to Restate, in upper and lower case."),
        "META0006" => (
            "a service of this name is already registered with another type (service, virtual object or workflow).",
            $"Give the changed service a new name. If nothing needs the old one any more, set {options}.Breaking to allow the change."),
        "META0012" => (
            "the server and this application share no version of the service protocol.",
            "Update the Restate server, or use a version of Restate.Actors which fits it."),
        "META0013" => (
            "what answers at this address does not answer discovery as a Restate endpoint.",
            $"""
            Check that {address} is the address, with path, at which app.MapRestateActors() serves the actors,
            and that no proxy between them changes content types.
            """),
        "META0017" => (
            "several deployments are registered at this address, so none can be replaced.",
            "Delete all of them but one with the admin API (DELETE /deployments/{id}?force=true), then register again."),
        _ => ExplainStatus(refusal),
    };

    private (string What, string Remedy) ExplainDiscovery(int? endpointStatus) => endpointStatus switch
    {
        null => (
            "the server could not reach the endpoint.",
            $"""
            Check that the application listens at this address with HTTP/2 (HttpProtocols.Http2), or HTTP/1.1 if {options}.UseHttp11 is set,
            and that the server can reach the address: in a container, localhost is the container itself.
            """),
        401 or 403 => (
            "the endpoint refused the server's discovery request.",
            $"Check the request identity keys of the endpoint, and {options}.AdditionalHeaders if a proxy asks for credentials."),
        404 => (
            "the endpoint serves no actors at this address.",
            $"Call app.MapRestateActors(), and give {address} the path at which it is mapped."),
        415 => (
            "the endpoint and the server share no version of the discovery manifest.",
            "Update the Restate server, or use a version of Restate.Actors which fits it."),
        _ => (
            "the endpoint answered the server's discovery request with an error.",
            "The log of the endpoint says why."),
    };

    private (string What, string Remedy) ExplainStatus(AdminRefusal refusal) => refusal switch
    {
        { IsFromIngress: true } => (
            "the ingress of the Restate server answered instead of the admin API.",
            $"Set {admin} to the address of the admin API (usually port 9070)."),
        { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => (
            "the admin API asks for credentials.",
            "Let this application reach the admin API without a proxy that asks for them, or register the deployment with Restate's own tools."),
        { Status: HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed } => (
            "there is no admin API at this address.",
            $"Set {admin} to the address of the admin API (usually port 9070)."),
        { Status: HttpStatusCode.Conflict } => (
            "it conflicts with what is already registered.",
            $"Rename what the server names, or set {options}.Force or Breaking if the old one may be replaced."),
        { Status: HttpStatusCode.TooManyRequests } => (
            "the server is overloaded.",
            $"Try again later, or set {timeout} to a longer time."),
        { Message: var message } when message.Contains("cannot be decoded", StringComparison.Ordinal) => (
            "the server does not understand the discovery manifest of the endpoint.",
            "Check the names of services and handlers which the server quotes; if they are right, update the Restate server."),
        { Status: >= HttpStatusCode.InternalServerError } => (
            "the server failed.",
            "The log of the Restate server says why."),
        _ => (
            "the server refused what the endpoint declares.",
            "Correct what the server names, then start again."),
    };
}
