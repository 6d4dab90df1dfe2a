using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Client;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Admin;

internal sealed class StateAdmin(AdminConnection connection, SqlEndpoint sql, Func<PayloadCoder> payloads) : IStateAdmin
{
    // Created when it is needed: not all who use the admin API can, or want to, read values.
    private readonly Lazy<PayloadCoder> _payloads = new(payloads);

    public async Task<StateSnapshot> GetAsync(string service, string key, string? scope = null, CancellationToken cancellationToken = default)
    {
        Check(service, key);
        var inScope = scope is null ? SqlQuery.Raw("scope IS NULL") : Equal(scope);
        var rows = await sql.QueryAsync(
            $"SELECT key, value FROM state WHERE service_name = {service} AND service_key = {key} AND {inScope}",
            AdminJson.Default.StateRow,
            cancellationToken).ConfigureAwait(false);
        var values = rows.ToImmutableSortedDictionary(row => row.Key, row => new ReadOnlyMemory<byte>(row.Value), StringComparer.Ordinal);
        return new StateSnapshot(service, key, scope, values, _payloads.Value);
    }

    public Task ReplaceAsync(StateSnapshot state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        return ReplaceAsync(state.Service, state.Key, state.Values, state.Version, state.Scope, cancellationToken);
    }

    public async Task ReplaceAsync(
        string service,
        string key,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> values,
        string? expectedVersion = null,
        string? scope = null,
        CancellationToken cancellationToken = default)
    {
        Check(service, key);
        ArgumentNullException.ThrowIfNull(values);
        var request = new AdminRequest(HttpMethod.Post, $"{ServicePath.Of(service)}/state", $"change of the state of {service}")
        {
            IsRepeatable = expectedVersion is not null,
        };
        await connection.SendAsync(request.With(Body(key, values, expectedVersion, scope)), cancellationToken).ConfigureAwait(false);
    }

    private static SqlQuery Equal(string scope) => $"scope = {scope}";

    private static void Check(string service, string key)
    {
        Names.CheckService(service);
        Names.CheckKey(key, service);
    }

    private static RawPayload Body(string key, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> values, string? version, string? scope)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("object_key", key);
            WriteOptional(writer, "scope", scope);
            WriteOptional(writer, "version", version);
            writer.WriteStartObject("new_state");
            foreach (var (name, value) in values)
            {
                // The server takes bytes as numbers.
                writer.WriteStartArray(name);
                foreach (var item in value.Span)
                {
                    writer.WriteNumberValue(item);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new RawPayload(bytes.WrittenMemory, "application/json");
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
