using System.Net;
using System.Text.Json;

namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>Asks the addresses of a server who and how it is.</summary>
internal sealed class ServerHealthProbe : IDisposable
{
    private readonly Uri _ingressUri;
    private readonly Uri _adminUri;
    private readonly HttpClient _client;

    public ServerHealthProbe(Uri ingressUri, Uri adminUri)
    {
        _ingressUri = ingressUri;
        _adminUri = adminUri;

        // A proxy from the environment must not see requests to this machine. Short-lived connections: the answer of a dying server must not linger.
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero };
        _client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(5) };
    }

    /// <summary>Asks both addresses.</summary>
    public async Task<ServerHealth> ProbeAsync(CancellationToken cancellationToken)
    {
        var admin = ReadAsync(new Uri(_adminUri, "/version"), "version", cancellationToken);
        var health = ReadAsync(new Uri(_adminUri, "/health"), property: null, cancellationToken);
        var ingress = ReadAsync(new Uri(_ingressUri, "/restate/health"), "services", cancellationToken);
        await Task.WhenAll(admin, health, ingress);

        var (adminState, version) = await admin;
        var (healthState, _) = await health;
        var (ingressState, _) = await ingress;
        var bothAdmin = adminState == AddressState.Restate ? healthState : adminState;
        return new ServerHealth(ingressState, bothAdmin, version);
    }

    /// <summary>Asks the node port for the name of the cluster.</summary>
    /// <returns>The name, or <see langword="null"/> if no healthy Restate server answers there.</returns>
    public async Task<string?> ReadClusterNameAsync(int nodePort, CancellationToken cancellationToken) =>
        (await ReadAsync(new Uri($"http://127.0.0.1:{nodePort}/health"), "cluster_name", cancellationToken)).Value;

    public void Dispose() => _client.Dispose();

    private async Task<(AddressState State, string? Value)> ReadAsync(Uri uri, string? property, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync(uri, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return (AddressState.Unknown, null);
            }

            return property is null
                ? (AddressState.Restate, null)
                : ReadProperty(await response.Content.ReadAsByteArrayAsync(cancellationToken), property);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return (AddressState.Free, null);
        }
        catch (HttpRequestException)
        {
            return (AddressState.Unknown, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (AddressState.Unknown, null);
        }
    }

    private static (AddressState State, string? Value) ReadProperty(byte[] body, string property)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(property, out var value)
                ? (AddressState.Restate, value.ToString())
                : (AddressState.Unknown, null);
        }
        catch (JsonException)
        {
            return (AddressState.Unknown, null);
        }
    }
}
