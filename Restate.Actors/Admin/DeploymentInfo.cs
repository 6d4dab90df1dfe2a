using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Restate.Actors.Admin;

/// <summary>A deployment: an endpoint that the server knows.</summary>
public sealed record DeploymentInfo
{
    /// <summary>Gets its id, <c>dp_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the address of the endpoint.</summary>
    /// <value><see langword="null"/> for AWS Lambda.</value>
    public Uri? Uri { get; init; }

    /// <summary>Gets the ARN of an AWS Lambda function.</summary>
    /// <value><see langword="null"/> for an HTTP endpoint.</value>
    public string? Arn { get; init; }

    /// <summary>Gets the services which it serves, by name and revision.</summary>
    public required IReadOnlyList<ServiceRevision> Services { get; init; }

    /// <summary>Gets when it was registered.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets how the server talks to it.</summary>
    /// <value><c>HTTP/2.0</c> or <c>HTTP/1.1</c>; <see langword="null"/> for AWS Lambda.</value>
    public string? HttpVersion { get; init; }

    /// <summary>Gets the oldest version of the service protocol that the endpoint speaks.</summary>
    public int MinProtocolVersion { get; init; }

    /// <summary>Gets the newest version of the service protocol that the endpoint speaks.</summary>
    public int MaxProtocolVersion { get; init; }

    /// <summary>Gets which SDK the endpoint was made with, as it says itself.</summary>
    public string? SdkVersion { get; init; }

    /// <summary>Gets the headers which the server sends to the endpoint. Their values are as secret as the admin API is.</summary>
    public IReadOnlyDictionary<string, string> AdditionalHeaders
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? FrozenDictionary<string, string>.Empty;
    } = FrozenDictionary<string, string>.Empty;

    /// <summary>Gets the texts that were registered with it.</summary>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? FrozenDictionary<string, string>.Empty;
    } = FrozenDictionary<string, string>.Empty;

    /// <summary>Gets what the server remarks about the deployment.</summary>
    [JsonPropertyName("info")]
    public IReadOnlyList<ServerHint> Hints
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? [];
    } = [];
}
