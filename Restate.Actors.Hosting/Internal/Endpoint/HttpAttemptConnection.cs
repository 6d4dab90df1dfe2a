using Microsoft.AspNetCore.Http;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Hosting.Internal.Endpoint;

/// <summary>A request and its response as the stream of an attempt.</summary>
internal sealed class HttpAttemptConnection(HttpContext context, ServiceProtocolVersion version)
    : AttemptConnection(version, context.Request.BodyReader, context.Response.BodyWriter)
{
    public override CancellationToken Aborted => context.RequestAborted;

    public override string? TraceParent => context.Request.Headers.TraceParent;

    public override string? TraceState => context.Request.Headers.TraceState;

    public override void Reset() => context.Abort();
}
