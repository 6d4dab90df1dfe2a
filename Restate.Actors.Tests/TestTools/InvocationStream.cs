using System.Net.Http.Headers;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Plays the server for one attempt over HTTP/2.</summary>
internal sealed class InvocationStream : IAsyncDisposable
{
    private readonly JournalScript _journal;
    private readonly DuplexContent _body = new();
    private readonly Task<HttpResponseMessage> _response;
    private readonly CancellationTokenSource _abort = new();
    private Stream? _responseBody;

    private InvocationStream(HttpClient client, string path, JournalScript journal, string? contentType)
    {
        _journal = journal;
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
            Content = _body,
        };
        if (contentType is not null)
        {
            _body.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        _response = client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _abort.Token);
    }

    /// <summary>Gets whether the endpoint reset the stream before this side had ended it.</summary>
    public bool WasBroken => _body.WasBroken;

    /// <summary>Opens the stream and sends the start and the journal.</summary>
    public static InvocationStream Open(HttpClient client, string path, JournalScript journal)
    {
        var stream = OpenEmpty(client, path, journal);
        byte[] bytes = [.. journal.ToFrames().SelectMany(frame => frame.ToBytes())];
        _ = stream.SendBytesAsync(bytes);
        return stream;
    }

    /// <summary>Opens the stream and sends nothing yet.</summary>
    public static InvocationStream OpenEmpty(HttpClient client, string path, JournalScript journal)
    {
        return OpenEmpty(client, path, journal, $"application/vnd.restate.invocation.v{(int)journal.Version}");
    }

    public static InvocationStream OpenEmpty(HttpClient client, string path, JournalScript journal, string? contentType) => new(client, path, journal, contentType);

    public async Task<HttpResponseMessage> ResponseAsync() => await _response.WaitAsync(AttemptPeer.Patience);

    public Task SendBytesAsync(ReadOnlyMemory<byte> bytes) => _body.WriteAsync(bytes);

    public Task SendAsync(WireFrame frame) => SendBytesAsync(frame.ToBytes());

    public void CloseInput() => _body.Complete();

    /// <summary>Reads one message; none at the end of the response.</summary>
    public async Task<string?> ReadAsync()
    {
        _responseBody ??= await (await ResponseAsync()).Content.ReadAsStreamAsync();
        var header = new byte[FrameHeader.Size];
        if (await _responseBody.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false).AsTask().WaitAsync(AttemptPeer.Patience) == 0)
        {
            return null;
        }

        var parsed = FrameHeader.Read(header);
        var payload = new byte[parsed.Length];
        await _responseBody.ReadExactlyAsync(payload).AsTask().WaitAsync(AttemptPeer.Patience);
        return new WireFrame(parsed.Type, payload).Describe(_journal.Version);
    }

    /// <summary>Reads to the terminal message, ends the request as the server does, and reads the end of the response.</summary>
    public async Task<string[]> FinishAsync()
    {
        List<string> all = [];
        do
        {
            all.Add(await ReadAsync() ?? throw new EndOfStreamException($"No terminal message after: {string.Join(", ", all)}"));
        }
        while (!IsTerminal(all[^1]));

        CloseInput();
        Assert.Null(await ReadAsync());
        await _body.Ended.WaitAsync(AttemptPeer.Patience);
        return [.. all];
    }

    /// <summary>Breaks the stream off, as the server does with an attempt that it gives up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _abort.CancelAsync();
        try
        {
            // The response may come at the very moment of the abort; then the token no longer ends the stream.
            (await ResponseAsync()).Dispose();
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException)
        {
            // The usual case: the stream was broken off before its response.
        }

        _body.Dispose();
        _abort.Dispose();
    }

    private static bool IsTerminal(string message) => message == "End"
        || message.StartsWith("Suspension", StringComparison.Ordinal)
        || message.StartsWith("Error", StringComparison.Ordinal);
}
