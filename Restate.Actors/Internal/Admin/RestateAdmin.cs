using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Http;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Admin;

/// <summary>The admin client: one part for each topic, all on one connection.</summary>
internal sealed class RestateAdmin : IRestateAdmin
{
    public const string HttpClientName = "Restate.Actors.Admin";

    private readonly AdminConnection _connection;
    private readonly SqlEndpoint _sql;

    private RestateAdmin(AdminConnection connection, Func<PayloadCoder> payloads, TimeProvider time)
    {
        _connection = connection;
        _sql = new SqlEndpoint(connection);
        Services = new ServiceAdmin(connection);
        Deployments = new DeploymentAdmin(connection, new DeploymentDrain(_sql, Services, time));
        Invocations = new InvocationAdmin(connection, _sql);
        State = new StateAdmin(connection, _sql, payloads);
    }

    public IDeploymentAdmin Deployments { get; }

    public IServiceAdmin Services { get; }

    public IInvocationAdmin Invocations { get; }

    public IStateAdmin State { get; }

    public static RestateAdmin Create(RestateAdminOptions options, Func<HttpClient> clients, Func<PayloadCoder> payloads, TimeProvider time, ILogger logger)
    {
        var site = new ServerSite
        {
            Name = "admin API",
            OptionsName = nameof(RestateAdminOptions),
            UriOption = nameof(RestateAdminOptions.AdminUri),
            RequestTimeout = options.RequestTimeout,
            Retry = options.Retry,
            Headers = options.DefaultHeaders,
            IsWorthRetrying = AdminErrors.IsWorthRetrying,
        };
        return new RestateAdmin(new AdminConnection(new ServerConnection(site, clients, time, Random.Shared, logger), options.AdminUri), payloads, time);
    }

    public Task<IReadOnlyList<JsonObject>> QueryAsync(SqlQuery query, CancellationToken cancellationToken = default) => _sql.QueryAsync(query, cancellationToken);

    [RequiresUnreferencedCode("Reflection finds the properties of the row type. In trimmed applications hand over a JsonTypeInfo.")]
    [RequiresDynamicCode("Reflection finds the properties of the row type. With Native AOT hand over a JsonTypeInfo.")]
    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(SqlQuery query, CancellationToken cancellationToken = default)
    {
        return _sql.QueryAsync<TRow>(query, cancellationToken);
    }

    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(SqlQuery query, JsonTypeInfo<TRow> rowType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rowType);
        return _sql.QueryAsync(query, rowType, cancellationToken);
    }

    public Task<ServerVersion> GetVersionAsync(CancellationToken cancellationToken = default)
    {
        return _connection.ReadAsync(new AdminRequest(HttpMethod.Get, "/version", "look at the version"), AdminJson.Default.ServerVersion, cancellationToken);
    }

    public Task CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        return _connection.SendAsync(new AdminRequest(HttpMethod.Get, "/health", "health check") { IsSingleAttempt = true }, cancellationToken);
    }
}
