using System.Net;

namespace Restate.Actors.Tests.TestTools;

/// <summary>A request body that stays open while the response comes.</summary>
internal sealed class DuplexContent : HttpContent
{
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets whether the server broke the stream off before this side was done.</summary>
    public bool WasBroken { get; private set; }

    /// <summary>Gets a task that completes when the body is sent, or the stream is broken.</summary>
    public Task Ended => _ended.Task;

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        var stream = await _stream.Task;
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }

    public void Complete() => _completed.TrySetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            await stream.FlushAsync(cancellationToken);
            _stream.TrySetResult(stream);
            await _completed.Task.WaitAsync(cancellationToken);
        }
        catch (Exception error)
        {
            WasBroken = true;
            _stream.TrySetException(error);
            throw;
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
