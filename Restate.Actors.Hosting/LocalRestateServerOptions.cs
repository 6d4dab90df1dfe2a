namespace Restate.Actors.Hosting;

/// <summary>Where the Restate server for development runs, where its executable comes from, and where it keeps its data.</summary>
/// <remarks>
/// A server that already answers at <see cref="IngressUri"/> and <see cref="AdminUri"/> is used as it is. Otherwise the executable is looked
/// for in this order: <see cref="ExecutablePath"/>, the environment variable <c>RESTATE_SERVER_PATH</c>, <c>PATH</c>,
/// <see cref="CacheDirectory"/>; at last it is installed into the cache with npm.
/// </remarks>
public sealed class LocalRestateServerOptions
{
    /// <summary>Gets or sets the address at which callers outside reach handlers.</summary>
    /// <value>The default is <c>http://localhost:8080</c>. A server is only started on a loopback address.</value>
    public Uri IngressUri { get; set; } = new("http://localhost:8080");

    /// <summary>Gets or sets the address of the admin API and of the server's UI.</summary>
    /// <value>The default is <c>http://localhost:9070</c>. A server is only started on a loopback address.</value>
    public Uri AdminUri { get; set; } = new("http://localhost:9070");

    /// <summary>Gets or sets the port on which the started server talks to itself and publishes metrics.</summary>
    /// <value>The default is 5122.</value>
    public int NodePort { get; set; } = 5122;

    /// <summary>Gets or sets the directory in which the started server keeps invocations and state.</summary>
    /// <value>
    /// The default, <see langword="null"/>, means <c>.restate</c> under the content root of the application. The directory is kept between runs,
    /// so that nothing is lost; delete it to start afresh.
    /// </value>
    public string? DataDirectory { get; set; }

    /// <summary>Gets or sets the path of the <c>restate-server</c> executable.</summary>
    /// <value>The default, <see langword="null"/>, means that the executable is looked for. A path that does not exist is an error.</value>
    public string? ExecutablePath { get; set; }

    /// <summary>Gets or sets the directory into which servers are installed, one sub-directory per version.</summary>
    /// <value>
    /// The default, <see langword="null"/>, means <c>restate-actors/server</c> in the user's cache directory: <c>$XDG_CACHE_HOME</c> or
    /// <c>~/.cache</c> on Linux, <c>~/Library/Caches</c> on macOS, the local application data on Windows.
    /// </value>
    public string? CacheDirectory { get; set; }

    /// <summary>Gets or sets whether the server is also started when the environment of the application is Production.</summary>
    /// <value>
    /// The default is <see langword="false"/>: in Production one warning is logged and no server is started. The environment is Production
    /// when neither <c>DOTNET_ENVIRONMENT</c> nor <c>ASPNETCORE_ENVIRONMENT</c> is set.
    /// </value>
    public bool AllowInProduction { get; set; }

    /// <summary>Gets or sets how long a started server may take until it is healthy.</summary>
    /// <value>The default is 60 seconds. The time for an installation is not part of it.</value>
    public TimeSpan StartupTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets how long the installation of the executable may take.</summary>
    /// <value>The default is 5 minutes. Some 80 MB are downloaded once per version and user.</value>
    public TimeSpan InstallTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the environment variables of the started server, for settings which have no option here.</summary>
    /// <value>
    /// Empty by default. Names are those of the server, for example <c>RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT</c>. They win over what
    /// this library sets and over the environment of the application, which the server inherits.
    /// </value>
    public IDictionary<string, string> EnvironmentVariables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
