using Microsoft.Extensions.Logging;

namespace Restate.Actors.Hosting.Internal.LocalServer;

internal static partial class LocalServerLog
{
    [LoggerMessage(
        1,
        LogLevel.Information,
        "A Restate server {Version} already answers at {IngressUri} (ingress) and {AdminUri} (admin); it is used as it is.")]
    public static partial void Reusing(ILogger logger, string? version, Uri ingressUri, Uri adminUri);

    [LoggerMessage(2, LogLevel.Information, "Installing restate-server {Version} with npm into {Directory}; this is done once and downloads some 80 MB.")]
    public static partial void Installing(ILogger logger, string version, string directory);

    [LoggerMessage(3, LogLevel.Information, "Still installing restate-server {Version}, for {Seconds:F0} s now.")]
    public static partial void StillInstalling(ILogger logger, string version, double seconds);

    [LoggerMessage(4, LogLevel.Information, "Installed restate-server {Version} in {Seconds:F1} s.")]
    public static partial void Installed(ILogger logger, string version, double seconds);

    [LoggerMessage(5, LogLevel.Information, "Starting the local Restate server {Path} (from {Source}) on the data directory {DataDirectory}.")]
    public static partial void Starting(ILogger logger, string path, string source, string dataDirectory);

    [LoggerMessage(
        6,
        LogLevel.Information,
        "The local Restate server {Version} is ready after {Seconds:F1} s (process {ProcessId}): ingress {IngressUri}, admin and UI {AdminUri}.")]
    public static partial void Ready(ILogger logger, string? version, double seconds, int processId, Uri ingressUri, Uri adminUri);

    [LoggerMessage(7, LogLevel.Information, "Stopping the local Restate server (process {ProcessId}).")]
    public static partial void Stopping(ILogger logger, int processId);

    [LoggerMessage(8, LogLevel.Information, "The local Restate server has stopped; its data stays in {DataDirectory}.")]
    public static partial void Stopped(ILogger logger, string dataDirectory);

    [LoggerMessage(
        9,
        LogLevel.Error,
        "The local Restate server ended by itself with exit code {ExitCode}. Restart the application to start it again.\n{Output}")]
    public static partial void Died(ILogger logger, int exitCode, OutputTail output);

    [LoggerMessage(10, LogLevel.Information, "Another process is starting a local Restate server on {DataDirectory}; waiting for it.")]
    public static partial void WaitingForOther(ILogger logger, string dataDirectory);

    [LoggerMessage(
        11,
        LogLevel.Warning,
        "No local Restate server is started, because the environment is {Environment}. For development set DOTNET_ENVIRONMENT=Development; "
        + "to start one all the same set LocalRestateServerOptions.AllowInProduction.")]
    public static partial void NotInProduction(ILogger logger, string environment);

    [LoggerMessage(12, LogLevel.Information, "restate-server: {Line}")]
    public static partial void ServerLine(ILogger logger, string line);
}
