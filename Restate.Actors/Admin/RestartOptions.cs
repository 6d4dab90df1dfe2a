namespace Restate.Actors.Admin;

/// <summary>How a finished invocation is started once more.</summary>
public sealed class RestartOptions
{
    /// <summary>Gets or sets the last entry of the journal that the new invocation keeps, with its result; the entries after it are done again.</summary>
    /// <value>The default is 0, the input: everything is done again.</value>
    public int FromEntry { get; set; }

    /// <summary>Gets or sets on which deployment the new invocation runs.</summary>
    /// <value>The default is the server's: the latest when nothing but the input is kept, else the one of the finished invocation.</value>
    public DeploymentChoice? Deployment { get; set; }
}
