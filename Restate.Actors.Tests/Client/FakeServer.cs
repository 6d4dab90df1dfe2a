using System.Net;
using System.Text;
using Xunit;

namespace Restate.Actors.Tests.Client;

/// <summary>Plays the server behind an HttpClient: answers in the order of its script, and fails when asked once more.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly List<CapturedRequest> _requests = [];

    public IReadOnlyList<CapturedRequest> Requests => _requests;

    public CapturedRequest Request => Assert.Single(_requests);

    public FakeServer Answers(int status, string body = "", string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        return Runs(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            if (contentType is not null)
            {
                response.Content.Headers.TryAddWithoutValidation("content-type", contentType);
            }

            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return Task.FromResult(response);
        });
    }

    public FakeServer Succeeds(string body = "", string? contentType = "application/json")
    {
        return Answers(200, body, contentType, ("x-restate-id", "inv_1call"));
    }

    public FakeServer Accepts(string id = "inv_1sent", string status = "Accepted")
    {
        return Answers(202, $$"""{"invocationId":"{{id}}","status":"{{status}}"}""", "application/json", ("x-restate-id", id));
    }

    public FakeServer Refuses(int status, string message, params (string Name, string Value)[] headers)
    {
        return Answers(
            status,
            $$"""{"code":{{status}},"message":"{{message}}","source":"ingress"}""",
            "application/json",
            [("x-restate-error-source", "ingress"), .. headers]);
    }

    public FakeServer HandlerFails(int status, string message, int? code = null, string id = "inv_1call")
    {
        return Answers(
            status,
            $$"""{"code":{{code ?? status}},"message":"{{message}}","source":"invocation"}""",
            "application/json",
            ("x-restate-error-source", "invocation"),
            ("x-restate-id", id));
    }

    public FakeServer CannotConnect() => Throws(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

    public FakeServer BreaksConnection() => Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."));

    public FakeServer Throws(Exception error) => Runs(_ => Task.FromException<HttpResponseMessage>(error));

    public FakeServer NeverAnswers()
    {
        return Runs(async cancellationToken =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("Not reached.");
        });
    }

    public FakeServer Runs(Func<CancellationToken, Task<HttpResponseMessage>> step)
    {
        _script.Enqueue(step);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.NotNull(request.Content);
        var headers = request.Headers.Concat(request.Content.Headers.Where(header => !header.Key.StartsWith("Content-", StringComparison.Ordinal)))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = await request.Content.ReadAsStringAsync(cancellationToken);
        _requests.Add(new CapturedRequest(
            request.Method.Method, request.RequestUri!.OriginalString, headers, request.Content.Headers.ContentType?.ToString(), body));
        Assert.True(_script.TryDequeue(out var step), $"One request too many: {request.Method} {request.RequestUri}");
        return await step(cancellationToken);
    }
}
