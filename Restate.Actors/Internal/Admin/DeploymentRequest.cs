using System.Text.Json.Serialization;
using Restate.Actors.Admin;

namespace Restate.Actors.Internal.Admin;

/// <summary>The body of <c>POST /deployments</c>.</summary>
internal sealed record DeploymentRequest
{
    public required string Uri { get; init; }

    public required bool Force { get; init; }

    public required bool Breaking { get; init; }

    [JsonPropertyName("use_http_11")]
    public required bool UseHttp11 { get; init; }

    public bool? DryRun { get; init; }

    public IDictionary<string, string>? Metadata { get; init; }

    public IDictionary<string, string>? AdditionalHeaders { get; init; }

    public static DeploymentRequest For(Uri uri, RegisterDeploymentOptions options) => new()
    {
        Uri = uri.AbsoluteUri,
        Force = options.Force,
        Breaking = options.Breaking,
        UseHttp11 = options.UseHttp11,
        DryRun = options.DryRun ? true : null,
        Metadata = options.Metadata.Count > 0 ? options.Metadata : null,
        AdditionalHeaders = options.AdditionalHeaders.Count > 0 ? options.AdditionalHeaders : null,
    };
}
