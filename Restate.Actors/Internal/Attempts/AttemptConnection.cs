using System.IO.Pipelines;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>The stream on which one attempt talks with the server.</summary>
/// <param name="version">The negotiated protocol version.</param>
/// <param name="input">What the server sends.</param>
/// <param name="output">What the attempt answers.</param>
internal abstract class AttemptConnection(ServiceProtocolVersion version, PipeReader input, PipeWriter output)
{
    public ServiceProtocolVersion Version => version;

    public PipeReader Input => input;

    public PipeWriter Output => output;

    /// <summary>Gets a token that fires when the stream is lost or the server gives the attempt up.</summary>
    public abstract CancellationToken Aborted { get; }

    /// <summary>Gets the W3C trace context that came with the attempt. Not journaled: another in each attempt.</summary>
    public virtual string? TraceParent => null;

    /// <summary>Gets the state of the trace context.</summary>
    public virtual string? TraceState => null;

    /// <summary>Gets who is told when the attempt runs and when it is parked; <see langword="null"/> for nobody.</summary>
    public virtual IAttemptActivity? Activity => null;

    /// <summary>Breaks the stream off, so that the server takes nothing that was not flushed and tries again.</summary>
    public abstract void Reset();
}
