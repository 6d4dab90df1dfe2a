namespace Restate.Actors.Internal.Http;

/// <summary>Who made a failure, by the header <c>x-restate-error-source</c>.</summary>
internal enum ErrorSource
{
    /// <summary>No header: a success, or an answer that something between us and the server made.</summary>
    None,

    /// <summary>The server refused the request or failed to route it.</summary>
    Ingress,

    /// <summary>The outcome of the handler.</summary>
    Invocation,

    /// <summary>A word that this version does not know; a failure all the same.</summary>
    Unknown,
}
