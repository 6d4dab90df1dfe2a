namespace Restate.Actors.Hosting;

/// <summary>What the health check of Restate looks at.</summary>
public sealed class RestateHealthCheckOptions
{
    /// <summary>Gets or sets whether the ingress must answer.</summary>
    /// <value>The default is <see langword="true"/>; without <c>AddRestateClient</c> there is nothing to look at.</value>
    public bool CheckIngress { get; set; } = true;

    /// <summary>Gets or sets whether the admin API must answer.</summary>
    /// <value>The default is <see langword="true"/>; without <c>AddRestateAdmin</c> there is nothing to look at.</value>
    public bool CheckAdmin { get; set; } = true;

    /// <summary>Gets or sets whether the server must know all services that this process serves. If it does not, the check is degraded.</summary>
    /// <value>The default is <see langword="true"/>; without <c>AddRestateActors</c> there is nothing to look at.</value>
    /// <remarks>By name, through the ingress or else the admin API: which deployment serves them does not matter.</remarks>
    public bool CheckRegistration { get; set; } = true;
}
