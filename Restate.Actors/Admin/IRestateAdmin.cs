using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Restate.Actors.Admin;

/// <summary>The admin API of a Restate server: what is deployed, what runs, and what keys hold. For operators' tools, tests and migrations.</summary>
/// <remarks>
/// From <c>AddRestateAdmin</c>; needs no actors and no web server in the process. Thread-safe. Nothing here is journaled: in a handler use it inside
/// <c>Run(...)</c> only. The admin API has no access control of its own: who reaches it can read and change everything.
/// Every method throws a <see cref="RestateUnavailableException"/> when the server cannot be reached or is overloaded, a <see cref="RestateBadRequestException"/>
/// for what it does not take, a <see cref="TimeoutException"/> after <see cref="RestateAdminOptions.RequestTimeout"/>, and an
/// <see cref="OperationCanceledException"/> when its token fires; a request that was sent may have been carried out all the same.
/// </remarks>
public interface IRestateAdmin
{
    /// <summary>Gets the deployments: which endpoints the server knows.</summary>
    IDeploymentAdmin Deployments { get; }

    /// <summary>Gets the services that the deployments serve, and their settings.</summary>
    IServiceAdmin Services { get; }

    /// <summary>Gets the invocations: find, cancel, kill, pause, resume, restart and purge them.</summary>
    IInvocationAdmin Invocations { get; }

    /// <summary>Gets the state of virtual objects and workflows.</summary>
    IStateAdmin State { get; }

    /// <summary>Runs a query over the server's tables, such as <c>sys_invocation</c>, <c>state</c> and <c>sys_journal</c>.</summary>
    /// <param name="query">The query, an interpolated text: <c>$"SELECT id FROM sys_invocation WHERE target_service_name = {name}"</c>. Values become literals.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows. A column that is NULL is left out of its row.</returns>
    /// <exception cref="RestateBadRequestException">The server does not understand the query.</exception>
    /// <remarks>All rows are read into memory: limit them in the query.</remarks>
    Task<IReadOnlyList<JsonObject>> QueryAsync(SqlQuery query, CancellationToken cancellationToken = default);

    /// <summary>Runs a query and reads each row as an object.</summary>
    /// <typeparam name="TRow">
    /// The type of a row. The column <c>created_at</c> is the property <c>CreatedAt</c>; columns are compared without regard to case, NULL is the property's
    /// default, durations are <see cref="TimeSpan"/>, timestamps <see cref="DateTimeOffset"/>, binary columns <see cref="byte"/> arrays.
    /// </typeparam>
    /// <param name="query">The query, an interpolated text. Values become literals.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="RestateBadRequestException">The server does not understand the query.</exception>
    /// <exception cref="RestateClientException">A row is not of the type.</exception>
    [RequiresUnreferencedCode("Reflection finds the properties of the row type. In trimmed applications hand over a JsonTypeInfo.")]
    [RequiresDynamicCode("Reflection finds the properties of the row type. With Native AOT hand over a JsonTypeInfo.")]
    Task<IReadOnlyList<TRow>> QueryAsync<TRow>(SqlQuery query, CancellationToken cancellationToken = default);

    /// <summary>Runs a query and reads each row as an object, without reflection.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="query">The query, an interpolated text. Values become literals.</param>
    /// <param name="rowType">How a row is read. Its settings hold: columns have names like <c>created_at</c>, binary columns are lower-case hex texts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="RestateBadRequestException">The server does not understand the query.</exception>
    /// <exception cref="RestateClientException">A row is not of the type.</exception>
    Task<IReadOnlyList<TRow>> QueryAsync<TRow>(SqlQuery query, JsonTypeInfo<TRow> rowType, CancellationToken cancellationToken = default);

    /// <summary>Gets the version of the server and which of its features are on.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The version.</returns>
    Task<ServerVersion> GetVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks the admin API whether it is healthy. Never retried.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has answered that it is.</returns>
    /// <exception cref="RestateClientException">The server cannot be reached or does not answer as a healthy one.</exception>
    Task CheckHealthAsync(CancellationToken cancellationToken = default);
}
