namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>The texts of what can go wrong before a local server is healthy.</summary>
internal static class LocalServerErrors
{
    /// <summary>What the server prints when a port is taken. Its code RT0004 is not always there: it may exit before its log is written.</summary>
    public const string PortTaken = "failed binding to address";

    public static LocalRestateServerException NoExecutable(
        LocalRestateServerOptions options, Func<string, string?> environment, string reason, Exception? innerException = null) => new(
        $"""
        There is no restate-server executable to start: {reason}
        Get one in any of these ways:
          1. Install Node.js with npm and run again; npm then installs restate-server {ServerPackage.Version} into the cache
             '{ServerCache.For(options, environment).Directory}'.
          2. Set {ServerLocator.PathVariable} or LocalRestateServerOptions.ExecutablePath to the path of a restate-server executable.
          3. Start a Restate server yourself at {options.IngressUri} (ingress) and {options.AdminUri} (admin).
        """,
        innerException);

    public static LocalRestateServerException NotLoopback(string option, Uri uri) => new(
        $"""
        No Restate server answers, and none can be started at {uri}: a local server listens on plain http on this machine only.
        Set LocalRestateServerOptions.{option} to an address such as http://localhost:{uri.Port}, or start a server there yourself.
        """);

    public static LocalRestateServerException AddressTaken(LocalRestateServerOptions options, ServerHealth health) => new(
        $"""
        The addresses of the local Restate server are taken by something else:
          ingress {options.IngressUri}: {Describe(health.Ingress)}
          admin   {options.AdminUri}: {Describe(health.Admin)}
        Stop the program that listens there, or set IngressUri and AdminUri of LocalRestateServerOptions to free ports.
        """);

    public static LocalRestateServerException Exited(ServerExecutable executable, int exitCode, OutputTail output)
    {
        var text = output.ToString();
        var remedy = text.Contains(PortTaken, StringComparison.Ordinal)
            ? "A port is taken. Stop the program that listens there, or set IngressUri, AdminUri and NodePort of LocalRestateServerOptions."
            : text.Contains("db is locked", StringComparison.Ordinal)
            ? "Another server uses its data directory. Stop that server, or set LocalRestateServerOptions.DataDirectory to another directory."
            : "Its last output below should say why.";
        return new(
            $"""
            The local Restate server ended with exit code {exitCode} before it was healthy.
            {remedy}
              executable: {executable.Path} (from {executable.Source})
            {text}
            """);
    }

    public static LocalRestateServerException NotHealthy(LocalRestateServerOptions options, ServerExecutable executable, OutputTail output) => new(
        $"""
        The local Restate server was not healthy within {options.StartupTimeout}; LocalRestateServerOptions.StartupTimeout sets this limit.
          executable: {executable.Path} (from {executable.Source})
          addresses:  {options.IngressUri} (ingress), {options.AdminUri} (admin), port {options.NodePort} (node)
        {output}
        """);

    public static LocalRestateServerException ForeignServer(LocalRestateServerOptions options, string clusterName) => new(
        $"""
        Another Restate server (cluster '{clusterName}') took the addresses of the local server while that was starting:
          {options.IngressUri} (ingress), {options.AdminUri} (admin), port {options.NodePort} (node)
        Run again to use that server, or set IngressUri, AdminUri and NodePort of LocalRestateServerOptions to free ports.
        """);

    public static LocalRestateServerException DirectoryInUse(string directory, TimeSpan waited) => new(
        $"""
        Another process uses the data directory '{directory}' for a local Restate server at other addresses; waited {waited} for it.
        Stop that process, or give this one a directory of its own with LocalRestateServerOptions.DataDirectory.
        """);

    private static string Describe(AddressState state) => state switch
    {
        AddressState.Free => "nothing listens",
        AddressState.Restate => "a Restate server answers",
        _ => "something listens that is no healthy Restate server",
    };
}
