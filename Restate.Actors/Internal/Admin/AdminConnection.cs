using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Admin;

/// <summary>Sends requests to the admin API and reads its JSON.</summary>
internal sealed class AdminConnection(ServerConnection connection, Uri adminUri)
{
    // /query answers in JSON only for exactly this.
    private static readonly KeyValuePair<string, string>[] Headers = [new("accept", "application/json")];

    private readonly ServerAddress _address = new(adminUri);

    public Uri AdminUri => adminUri;

    /// <summary>Sends a request.</summary>
    /// <returns>The answer, success or not.</returns>
    public Task<ServerResponse> TryAsync(AdminRequest request, CancellationToken cancellationToken)
    {
        return connection.SendAsync(
            new ServerRequest
            {
                Method = request.Method,
                Uri = _address.Of(request.Path),
                Operation = request.Operation,
                Body = request.Body,
                Headers = Headers,
                IsRepeatable = request.IsRepeatable,
                IsSingleAttempt = request.IsSingleAttempt,
                HintIfBroken = "The request may have been carried out.",
            },
            cancellationToken);
    }

    /// <summary>Sends a request which must succeed.</summary>
    public async Task<ServerResponse> SendAsync(AdminRequest request, CancellationToken cancellationToken)
    {
        var response = await TryAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? response : throw Refused(request, response);
    }

    /// <summary>Sends a request which must succeed, and reads the answer.</summary>
    public async Task<T> ReadAsync<T>(AdminRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        return Read(request, await SendAsync(request, cancellationToken).ConfigureAwait(false), type);
    }

    public static T Read<T>(AdminRequest request, ServerResponse response, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(response.Body.Span, type) ?? throw AdminErrors.NotAdminApi(request.Operation, response.Status, error: null);
        }
        catch (JsonException e)
        {
            throw AdminErrors.NotAdminApi(request.Operation, response.Status, e);
        }
    }

    public static RestateClientException Refused(AdminRequest request, ServerResponse response)
    {
        return AdminErrors.From(request.Operation, RefusalOf(response), response.RetryAfter);
    }

    public static AdminRefusal RefusalOf(ServerResponse response)
    {
        return AdminRefusal.Read((HttpStatusCode)response.Status, Encoding.UTF8.GetString(response.Body.Span), isFromIngress: response.Source != ErrorSource.None);
    }
}
