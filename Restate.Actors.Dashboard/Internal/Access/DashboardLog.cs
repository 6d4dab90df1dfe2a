using Microsoft.Extensions.Logging;

namespace Restate.Actors.Dashboard.Internal.Access;

internal static partial class DashboardLog
{
    [LoggerMessage(1, LogLevel.Information, "The dashboard is off in the environment {Environment}. ActorDashboardOptions.AllowOutsideDevelopment switches it on.")]
    public static partial void IsOff(ILogger logger, string environment);

    [LoggerMessage(2, LogLevel.Information, "Dashboard: http://localhost:{Port}{Path}")]
    public static partial void IsAtPort(ILogger logger, int port, string path);

    [LoggerMessage(3, LogLevel.Information, "The dashboard is at the path {Path} of this application.")]
    public static partial void IsAt(ILogger logger, string path);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "The dashboard is on in the environment {Environment}. It shows invocations, failures and keys to everybody who passes its authorization policy, or to everybody "
        + "after AllowAnonymous(). Without either it refuses all requests.")]
    public static partial void IsOutsideDevelopment(ILogger logger, string environment);
}
