using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Admin;

/// <summary>Runs queries over the server's tables.</summary>
internal sealed class SqlEndpoint(AdminConnection connection)
{
    // What is wrong with a query as such is answered with 500, too.
    private static readonly string[] Mistakes = ["error: Schema error", "error: Error during planning"];

    private static JsonSerializerOptions? ReflectionOptions;

    public async Task<IReadOnlyList<JsonObject>> QueryAsync(SqlQuery query, CancellationToken cancellationToken)
    {
        return await QueryAsync(query, static row => JsonObject.Create(row.Clone())!, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(SqlQuery query, JsonTypeInfo<TRow> type, CancellationToken cancellationToken)
    {
        return await QueryAsync(query, row => ReadRow(row, type), cancellationToken).ConfigureAwait(false);
    }

    [RequiresUnreferencedCode("Reflection finds the properties of the row type.")]
    [RequiresDynamicCode("Reflection finds the properties of the row type.")]
    public Task<IReadOnlyList<TRow>> QueryAsync<TRow>(SqlQuery query, CancellationToken cancellationToken)
    {
        ReflectionOptions ??= new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            PropertyNameCaseInsensitive = true,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new DurationConverter(), new HexConverter(), new JsonStringEnumConverter() },
        };
        return QueryAsync(query, (JsonTypeInfo<TRow>)ReflectionOptions.GetTypeInfo(typeof(TRow)), cancellationToken);
    }

    private async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(SqlQuery query, Func<JsonElement, TRow> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var request = new AdminRequest(HttpMethod.Post, "/query", "query").With(Body(query));
        var response = await connection.TryAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
        {
            throw Refused(request, response);
        }

        try
        {
            using var document = JsonDocument.Parse(response.Body);
            return [.. document.RootElement.GetProperty("rows").EnumerateArray().Select(read)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw AdminErrors.NotAdminApi(request.Operation, response.Status, e);
        }
    }

    private static TRow ReadRow<TRow>(JsonElement row, JsonTypeInfo<TRow> type)
    {
        try
        {
            return row.Deserialize(type)!;
        }
        catch (JsonException e)
        {
            throw new RestateClientException($"A row of the query cannot be read as {typeof(TRow)}: {e.Message}", e);
        }
    }

    private static RestateClientException Refused(AdminRequest request, ServerResponse response)
    {
        var refusal = AdminConnection.RefusalOf(response);
        return response.Status == 500 && Mistakes.Any(mistake => refusal.Message.Contains(mistake, StringComparison.Ordinal))
            ? new RestateBadRequestException($"Restate does not understand the query: {refusal.Message}", response.Status) { Refusal = refusal }
            : AdminConnection.Refused(request, response);
    }

    private static RawPayload Body(SqlQuery query)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("query", query.ToString());
            writer.WriteEndObject();
        }

        return new RawPayload(bytes.WrittenMemory, "application/json");
    }
}
