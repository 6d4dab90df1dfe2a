using System.Net.Http.Headers;
using System.Text.Json;

namespace Restate.Actors.Lambda.Internal;

/// <summary>Takes events from the runtime of AWS Lambda and answers them, one after the other.</summary>
/// <remarks>Source: AWS Lambda runtime API, version 2018-06-01.</remarks>
internal sealed class LambdaRuntime(HttpClient client, LambdaActorEndpoint endpoint)
{
    private const string RequestId = "Lambda-Runtime-Aws-Request-Id";

    /// <summary>Serves events until the token fires.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            // Waits until there is an event; meanwhile the environment may be frozen.
            using var next = await client.GetAsync(new Uri("2018-06-01/runtime/invocation/next", UriKind.Relative), cancellationToken);
            next.EnsureSuccessStatusCode();
            var id = next.Headers.GetValues(RequestId).Single();
            using var answer = await AnswerAsync(next.Content, cancellationToken);
            using var posted = await client.PostAsync(
                new Uri($"2018-06-01/runtime/invocation/{id}/{(answer.IsError ? "error" : "response")}", UriKind.Relative), answer.Content, cancellationToken);
            posted.EnsureSuccessStatusCode();
        }
    }

    private async Task<LambdaAnswer> AnswerAsync(HttpContent lambdaEvent, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await lambdaEvent.ReadAsStreamAsync(cancellationToken);
            return new LambdaAnswer(Json(new StreamContent(await endpoint.InvokeAsync(stream, cancellationToken))), IsError: false);
        }
        catch (JsonException error)
        {
            return new LambdaAnswer(Json(new ByteArrayContent(Describe(error))), IsError: true);
        }
    }

    private static byte[] Describe(Exception error)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("errorType", error.GetType().Name);
            writer.WriteString("errorMessage", error.Message);
            writer.WriteEndObject();
        }

        return output.ToArray();
    }

    private static HttpContent Json(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private readonly record struct LambdaAnswer(HttpContent Content, bool IsError) : IDisposable
    {
        public void Dispose() => Content.Dispose();
    }
}
