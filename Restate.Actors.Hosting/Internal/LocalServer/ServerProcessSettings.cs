namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>How to start one single-node server on loopback.</summary>
internal sealed record ServerProcessSettings
{
    public required string ExecutablePath { get; init; }

    /// <summary>Gets the directory which holds all of the server's data, in a sub-directory named <see cref="NodeName"/>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Gets the directory for temporary files; the server leaves some behind even after a clean stop.</summary>
    public required string TempDirectory { get; init; }

    /// <summary>Gets the name of the cluster, by which the server that answers can be told from a stranger. It belongs to the data for ever.</summary>
    public required string ClusterName { get; init; }

    public required Uri IngressUri { get; init; }

    public required Uri AdminUri { get; init; }

    public required int NodePort { get; init; }

    public string NodeName { get; init; } = "local";

    /// <summary>Gets the number of partitions of a new data directory. The server's own default is meant for clusters and costs twice the memory.</summary>
    public int Partitions { get; init; } = 4;

    /// <summary>Gets whether the server sees the <c>RESTATE_*</c> variables of this process.</summary>
    public bool InheritServerVariables { get; init; } = true;

    public IEnumerable<KeyValuePair<string, string>> EnvironmentVariables { get; init; } = [];
}
