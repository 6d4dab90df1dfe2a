namespace Restate.Actors.Testing;

/// <summary>What a test wants of its server.</summary>
public sealed class RestateServerFixtureOptions
{
    /// <summary>Gets or sets the number of partitions.</summary>
    /// <value>The default is 2. One is enough unless a test is about calls between partitions.</value>
    public int Partitions { get; set; } = 2;

    /// <summary>Gets or sets the path of the <c>restate-server</c> executable.</summary>
    /// <value>
    /// The default, <see langword="null"/>, means that it is looked for: the environment variable <c>RESTATE_SERVER_PATH</c>, <c>PATH</c>, the user's cache; at last it
    /// is installed into the cache with npm.
    /// </value>
    public string? ExecutablePath { get; set; }

    /// <summary>Gets or sets how long the server may take until it is healthy. The time for an installation is not part of it.</summary>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan StartupTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the settings of the server, by the names of their environment variables, such as <c>RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT</c>.</summary>
    /// <value>Empty by default. The server sees no other <c>RESTATE_*</c> variable, also none of the process.</value>
    public IDictionary<string, string> EnvironmentVariables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets or sets the name of the cluster of which the server is a node, for servers that are one cluster.</summary>
    internal string? ClusterName { get; set; }

    /// <summary>Gets or sets the name of the node.</summary>
    internal string NodeName { get; set; } = "local";

    /// <summary>Gets or sets the port on which nodes talk to each other.</summary>
    internal int? NodePort { get; set; }
}
