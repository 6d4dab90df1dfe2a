namespace Restate.Actors.Admin;

/// <summary>On which deployment an invocation goes on.</summary>
public sealed record DeploymentChoice
{
    private DeploymentChoice(string text)
    {
        Text = text;
    }

    /// <summary>Gets the deployment to which the invocation is bound already.</summary>
    public static DeploymentChoice Keep { get; } = new("keep");

    /// <summary>Gets the latest deployment of the service. Its code must fit the journal.</summary>
    public static DeploymentChoice Latest { get; } = new("latest");

    internal string Text { get; }

    /// <summary>Names a deployment. Its code must fit the journal.</summary>
    /// <param name="deploymentId">Its id, <c>dp_...</c>.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentException">This is no id of a deployment.</exception>
    public static DeploymentChoice Of(string deploymentId)
    {
        ArgumentNullException.ThrowIfNull(deploymentId);
        return deploymentId.StartsWith("dp_", StringComparison.Ordinal) ? new DeploymentChoice(deploymentId)
            : throw new ArgumentException($"'{deploymentId}' is not the id of a deployment; it begins with dp_.", nameof(deploymentId));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
