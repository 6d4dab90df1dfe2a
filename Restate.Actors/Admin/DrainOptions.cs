namespace Restate.Actors.Admin;

/// <summary>How the end of a deployment is waited for.</summary>
public sealed class DrainOptions
{
    /// <summary>Gets or sets how long the wait may take.</summary>
    /// <value>The default is <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: invocations may take days. Not negative otherwise.</value>
    public TimeSpan Timeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Gets or sets how long to wait from one look to the next.</summary>
    /// <value>The default is 2 seconds. Positive.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets who is told what each look finds.</summary>
    /// <value>The default is <see langword="null"/>, nobody.</value>
    public IProgress<DeploymentUsage>? Progress { get; set; }
}
