using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Admin;
using Restate.Actors.Internal.Payloads;
using Xunit.Sdk;

namespace Restate.Actors.Tests.TestTools;

/// <summary>The admin API of a test server: the product's client, and requests as they are.</summary>
public sealed class AdminApi(RestateServer server) : IDisposable
{
    private readonly ServerHttpClient _raw = new(server);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Gets the product's client. The address is known once the server runs.</summary>
    public IRestateAdmin Client => RestateAdmin.Create(
        new RestateAdminOptions { AdminUri = server.AdminUri }, () => _http, static () => new PayloadCoder(DefaultSerializer.Create()), TimeProvider.System, NullLogger.Instance);

    /// <summary>Sends a request and returns whatever is answered.</summary>
    public Task<RawResponse> SendAsync(HttpMethod method, string path, string? json = null) =>
        json is null
            ? _raw.SendAsync(server.AdminUri, method, path, body: null)
            : _raw.SendAsync(
                server.AdminUri, method, path, Encoding.UTF8.GetBytes(json), ("content-type", "application/json"), ("accept", "application/json"));

    /// <summary>Runs a query over the server's tables, such as <c>sys_invocation</c>.</summary>
    /// <returns>The rows. A column that is NULL is left out of its row.</returns>
    public Task<IReadOnlyList<JsonObject>> QueryAsync(string sql) => ExplainAsync(Client.QueryAsync(SqlQuery.Raw(sql)));

    /// <summary>Registers an endpoint, in place of what was registered at the same address.</summary>
    /// <returns>The id of the deployment.</returns>
    public async Task<string> RegisterAsync(Uri endpoint, bool useHttp11 = false)
    {
        var options = new RegisterDeploymentOptions { Force = true, UseHttp11 = useHttp11 };
        return (await ExplainAsync(Client.Deployments.RegisterAsync(endpoint, options))).Id;
    }

    /// <summary>Ends an invocation without its handler.</summary>
    public Task KillAsync(string invocationId) => Client.Invocations.KillAsync(invocationId);

    public void Dispose()
    {
        _raw.Dispose();
        _http.Dispose();
    }

    private async Task<T> ExplainAsync<T>(Task<T> answer)
    {
        try
        {
            return await answer;
        }
        catch (Exception error)
        {
            throw new XunitException($"{error.Message}\nRestate server:\n{server.LogTail}", error);
        }
    }
}
