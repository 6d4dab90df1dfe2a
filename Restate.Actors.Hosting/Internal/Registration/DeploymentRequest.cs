using System.Text.Json.Serialization;

namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>The body of <c>POST /deployments</c>.</summary>
internal sealed record DeploymentRequest
{
    public required string Uri { get; init; }

    public required bool Force { get; init; }

    public required bool Breaking { get; init; }

    [JsonPropertyName("use_http_11")]
    public required bool UseHttp11 { get; init; }

    public IDictionary<string, string>? Metadata { get; init; }

    public IDictionary<string, string>? AdditionalHeaders { get; init; }

    public static DeploymentRequest For(RestateRegistrationOptions options, Uri deploymentUri, bool force) => new()
    {
        Uri = deploymentUri.AbsoluteUri,
        Force = force,
        Breaking = options.Breaking,
        UseHttp11 = options.UseHttp11,
        Metadata = options.Metadata.Count > 0 ? options.Metadata : null,
        AdditionalHeaders = options.AdditionalHeaders.Count > 0 ? options.AdditionalHeaders : null,
    };
}
