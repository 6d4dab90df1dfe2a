using System.Text.Json.Serialization;

namespace Restate.Actors.Admin;

/// <summary>What the server answered to a registration.</summary>
public sealed record DeploymentRegistration
{
    /// <summary>Gets the id of the deployment, <c>dp_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the services which it serves.</summary>
    public required IReadOnlyList<ServiceInfo> Services { get; init; }

    /// <summary>Gets whether the address was not registered before.</summary>
    [JsonIgnore]
    public bool IsNew { get; init; }

    /// <summary>Gets the oldest version of the service protocol that the endpoint speaks.</summary>
    public int MinProtocolVersion { get; init; }

    /// <summary>Gets the newest version of the service protocol that the endpoint speaks.</summary>
    public int MaxProtocolVersion { get; init; }

    /// <summary>Gets which SDK the endpoint was made with, as it says itself.</summary>
    public string? SdkVersion { get; init; }

    /// <summary>Gets what the server remarks about the deployment, for example that a setting was limited.</summary>
    [JsonPropertyName("info")]
    public IReadOnlyList<ServerHint> Hints
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? [];
    } = [];
}
