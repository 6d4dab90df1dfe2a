using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Restate.Actors.Admin;

/// <summary>The version of a server.</summary>
public sealed record ServerVersion
{
    /// <summary>Gets the version, such as <c>1.7.12</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the oldest version of the admin API that it offers.</summary>
    public int MinAdminApiVersion { get; init; }

    /// <summary>Gets the newest version of the admin API that it offers.</summary>
    public int MaxAdminApiVersion { get; init; }

    /// <summary>Gets the address of the ingress as the server advertises it.</summary>
    [JsonPropertyName("ingress_endpoint")]
    public Uri? IngressUri { get; init; }

    /// <summary>Gets the server's features by their names, such as <c>vqueues</c> and <c>protocol_v7</c>, and whether they are on.</summary>
    public IReadOnlyDictionary<string, bool> Features
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? FrozenDictionary<string, bool>.Empty;
    } = FrozenDictionary<string, bool>.Empty;
}
