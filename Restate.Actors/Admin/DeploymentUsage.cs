namespace Restate.Actors.Admin;

/// <summary>What still needs a deployment, as the server sees it at one moment.</summary>
public sealed record DeploymentUsage
{
    /// <summary>Gets the id of the deployment, <c>dp_...</c>.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>Gets how many invocations that have not finished can only go on with its code: they are bound to it, or have an attempt on it that may bind them.</summary>
    public required long InvocationCount { get; init; }

    /// <summary>Gets some of these invocations, the oldest first.</summary>
    /// <value>At most 10.</value>
    public required IReadOnlyList<InvocationInfo> OldestInvocations { get; init; }

    /// <summary>Gets the names of the services whose new invocations go to it.</summary>
    /// <value>Empty when other deployments, registered later, serve all of its services.</value>
    public required IReadOnlyList<string> CurrentServices { get; init; }

    /// <summary>Gets whether nothing needs it any more.</summary>
    public bool IsDrained => InvocationCount == 0 && CurrentServices.Count == 0;
}
