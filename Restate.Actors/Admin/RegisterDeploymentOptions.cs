namespace Restate.Actors.Admin;

/// <summary>How an endpoint is registered.</summary>
public sealed class RegisterDeploymentOptions
{
    /// <summary>Gets or sets whether a deployment that is registered at the same address is replaced.</summary>
    /// <value>The default is <see langword="false"/>: a known address is not asked again, even if its code has changed.</value>
    /// <remarks>Invocations in flight then meet the changed code and may fail to replay. Settings that were changed with <see cref="IServiceAdmin.UpdateAsync"/> are lost.</remarks>
    public bool Force { get; set; }

    /// <summary>Gets or sets whether a service may change its kind, for example from service to virtual object.</summary>
    /// <value>The default is <see langword="false"/>: such a change is refused.</value>
    public bool Breaking { get; set; }

    /// <summary>Gets or sets whether the server talks HTTP/1.1 to the endpoint.</summary>
    /// <value>The default is <see langword="false"/>, HTTP/2. With HTTP/1.1 each await that is not yet done suspends the handler.</value>
    public bool UseHttp11 { get; set; }

    /// <summary>Gets or sets whether the server only asks the endpoint and stores nothing.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool DryRun { get; set; }

    /// <summary>Gets the headers which the server sends to the endpoint with discovery and each invocation.</summary>
    /// <value>Empty by default. The admin API shows their values in clear.</value>
    public IDictionary<string, string> AdditionalHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the texts which the server keeps with the deployment and shows in its UI.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
