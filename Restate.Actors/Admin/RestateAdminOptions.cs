namespace Restate.Actors.Admin;

/// <summary>Where the admin client finds the server and how it waits for it.</summary>
public sealed class RestateAdminOptions
{
    private bool _isAdminUriSet;

    /// <summary>Gets or sets the address of the server's admin API, or of a proxy before it.</summary>
    /// <value>
    /// The default is <c>http://localhost:9070</c>, or the address that <c>UseLocalRestateServer</c> was given. An absolute http or https address; a path is a prefix of all requests.
    /// </value>
    public Uri AdminUri
    {
        get;
        set
        {
            field = value;
            _isAdminUriSet = true;
        }
    } = new("http://localhost:9070");

    /// <summary>Gets or sets how long one operation, its retries included, waits for the answer.</summary>
    /// <value>The default is one minute. <see cref="Timeout.InfiniteTimeSpan"/> waits without limit.</value>
    /// <remarks>Only the wait ends, with a <see cref="TimeoutException"/>; the server may carry the request out all the same.</remarks>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the retry settings. Sent again is only what does no harm twice: not restarts, purges, and state without an expected version.</summary>
    public RestateRetryOptions Retry { get; } = new();

    /// <summary>Gets headers of all requests, such as <c>authorization</c> for a proxy.</summary>
    /// <value>The default is none. Names are case-insensitive; values are ASCII.</value>
    public IDictionary<string, string> DefaultHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets the address, unless somebody has set it.</summary>
    internal void UseAdmin(Uri uri) => AdminUri = _isAdminUriSet ? AdminUri : uri;
}
