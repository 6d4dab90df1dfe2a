namespace Restate.Actors.Internal.Http;

/// <summary>One of the doors of a server, the ingress or the admin API, and how it is waited for.</summary>
internal sealed class ServerSite
{
    /// <summary>Gets its name in messages, such as <c>ingress</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the type of the options, for messages that name one.</summary>
    public required string OptionsName { get; init; }

    /// <summary>Gets the option that holds the address.</summary>
    public required string UriOption { get; init; }

    public required TimeSpan RequestTimeout { get; init; }

    public required RestateRetryOptions Retry { get; init; }

    /// <summary>Gets the headers of all requests; those of a single request go before them.</summary>
    public required IDictionary<string, string> Headers { get; init; }

    /// <summary>Gets which answers may change when a repeatable request is sent again.</summary>
    public required Func<ServerResponse, bool> IsWorthRetrying { get; init; }
}
