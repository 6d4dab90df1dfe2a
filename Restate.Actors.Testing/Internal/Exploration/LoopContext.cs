using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Exploration;

/// <summary>Makes the code of a test a part of the server's work, so that the seed decides when it goes on.</summary>
internal sealed class LoopContext(ServerLoop loop) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => loop.Post(this, () =>
    {
        SetSynchronizationContext(this);
        try
        {
            d(state);
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    });

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs code to its end.</summary>
    public Task RunAsync(Func<Task> code)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(_ => _ = CompleteAsync(code, done), state: null);
        return done.Task;
    }

    private static async Task CompleteAsync(Func<Task> code, TaskCompletionSource done)
    {
        try
        {
            await code();
            done.SetResult();
        }
        catch (Exception error)
        {
            done.SetException(error);
        }
    }
}
