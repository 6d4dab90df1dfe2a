using Microsoft.Extensions.Logging;

namespace Restate.Actors.Hosting.Internal.Registration;

internal static partial class RegistrationLog
{
    [LoggerMessage(1, LogLevel.Information, "Registering {DeploymentUri} with the Restate server at {AdminUri} (force: {Force}).")]
    public static partial void Registering(ILogger logger, Uri deploymentUri, Uri adminUri, bool force);

    [LoggerMessage(2, LogLevel.Information, "{DeploymentUri} is not registered yet; trying on (attempt {Attempts}, {Seconds:F1} s). Reason: {Reason}")]
    public static partial void TryingOn(ILogger logger, Uri deploymentUri, int attempts, double seconds, string reason);

    [LoggerMessage(3, LogLevel.Information, "Registered {DeploymentUri} as deployment {DeploymentId}: {Services}.")]
    public static partial void Registered(ILogger logger, Uri deploymentUri, string deploymentId, string services);

    [LoggerMessage(
        4,
        LogLevel.Information,
        "{DeploymentUri} was already registered as deployment {DeploymentId}, and stays as the server knows it: {Services}. "
        + "After a change of the code deploy it at a new address, or set RestateRegistrationOptions.Force.")]
    public static partial void Unchanged(ILogger logger, Uri deploymentUri, string deploymentId, string services);
}
