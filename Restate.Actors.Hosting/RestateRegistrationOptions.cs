namespace Restate.Actors.Hosting;

/// <summary>How this application registers itself as a deployment with a Restate server.</summary>
/// <remarks>The section <c>Restate:Registration</c> of the configuration sets these options, too, and goes before code. It does not switch the registration on.</remarks>
public sealed class RestateRegistrationOptions
{
    private bool _isAdminUriSet;

    /// <summary>Gets or sets the address of the server's admin API.</summary>
    /// <value>The default is <c>http://localhost:9070</c>, or the address that <c>UseLocalRestateServer</c> was given.</value>
    public Uri AdminUri
    {
        get;
        set
        {
            field = value;
            _isAdminUriSet = true;
        }
    } = new("http://localhost:9070");

    /// <summary>Gets or sets the address at which the Restate server reaches this application.</summary>
    /// <value>
    /// The default, <see langword="null"/>, means an address at which this application listens. Set it when the server runs elsewhere, for example in
    /// a container, where <c>localhost</c> is the container itself.
    /// </value>
    public Uri? DeploymentUri { get; set; }

    /// <summary>Gets or sets whether a deployment that is registered at the same address is replaced.</summary>
    /// <value>The default, <see langword="null"/>, means <see langword="true"/> in the Development environment and <see langword="false"/> elsewhere.</value>
    /// <remarks>
    /// Without it the server keeps what it knows of an address and does not ask the application again, so changed code at a known address is not
    /// noticed. With it, invocations in flight meet the changed code and may fail to replay.
    /// </remarks>
    public bool? Force { get; set; }

    /// <summary>Gets or sets whether a service may change its kind, for example from service to virtual object.</summary>
    /// <value>The default is <see langword="false"/>: such a change is refused.</value>
    public bool Breaking { get; set; }

    /// <summary>Gets or sets whether the server talks HTTP/1.1 to this application.</summary>
    /// <value>The default is <see langword="false"/>, HTTP/2. With HTTP/1.1 each await that is not yet done suspends the handler.</value>
    public bool UseHttp11 { get; set; }

    /// <summary>Gets or sets how long registration is tried while the server or this application cannot be reached yet.</summary>
    /// <value>The default is 60 seconds; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> tries for ever.</value>
    /// <remarks>There is at least one attempt. A refusal which a retry cannot change ends the attempts at once.</remarks>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the texts which the server keeps with the deployment and shows in its UI.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the headers which the server sends to this application with discovery and each invocation.</summary>
    /// <value>Empty by default. The admin API shows their values in clear.</value>
    public IDictionary<string, string> AdditionalHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets whether the application asked for the registration by itself.</summary>
    internal bool IsRequested { get; set; }

    /// <summary>Sets the address of the admin API, unless somebody has set it.</summary>
    internal void UseAdmin(Uri uri) => AdminUri = _isAdminUriSet ? AdminUri : uri;
}
