using System.IO.Pipelines;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>The stream on which one attempt talks with the server.</summary>
/// <param name="Version">The negotiated protocol version.</param>
/// <param name="Input">What the server sends.</param>
/// <param name="Output">What the attempt answers.</param>
/// <param name="Aborted">Fires when the stream is lost or the server gives the attempt up.</param>
internal sealed record AttemptConnection(ServiceProtocolVersion Version, PipeReader Input, PipeWriter Output, CancellationToken Aborted);
