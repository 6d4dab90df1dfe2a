namespace Restate.Actors;

/// <summary>Where the client finds Restate and how it waits for it.</summary>
public sealed class RestateClientOptions
{
    private bool _isIngressUriSet;

    /// <summary>Gets or sets the address of the server's ingress, or of a proxy before it.</summary>
    /// <value>
    /// The default is <c>http://localhost:8080</c>, or the address that <c>UseLocalRestateServer</c> was given. An absolute http or https address; a path is a prefix of all requests.
    /// </value>
    public Uri IngressUri
    {
        get;
        set
        {
            field = value;
            _isIngressUriSet = true;
        }
    } = new("http://localhost:8080");

    /// <summary>Gets or sets how long one operation, its retries included, waits for the answer.</summary>
    /// <value>The default is <see cref="Timeout.InfiniteTimeSpan"/>: invocations may take days.</value>
    /// <remarks>Only the wait ends, with a <see cref="TimeoutException"/>; the invocation goes on in Restate.</remarks>
    public TimeSpan RequestTimeout { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>Gets the retry settings.</summary>
    public RestateRetryOptions Retry { get; } = new();

    /// <summary>Gets headers of all requests to the ingress, such as <c>authorization</c> for a proxy. Headers of a single call go before them.</summary>
    /// <value>The default is none. Names are case-insensitive; values are ASCII.</value>
    /// <remarks>Restate passes them to the handlers and stores them in its journal. For a header that only a proxy may see add a message handler to the client instead.</remarks>
    public IDictionary<string, string> DefaultHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets the address, unless somebody has set it.</summary>
    internal void UseIngress(Uri uri) => IngressUri = _isIngressUriSet ? IngressUri : uri;
}
