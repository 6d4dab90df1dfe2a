using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Testing.Actors;

/// <summary>A point at which code stops, with its thread, until the test lets it go on.</summary>
public sealed class StopPoint
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => _reached.Task.WaitAsync(AttemptPeer.Patience);

    public void Stop()
    {
        _reached.TrySetResult();
#pragma warning disable VSTHRD002 // To hold the thread is what this is for.
        if (!_goesOn.Task.Wait(AttemptPeer.Patience))
#pragma warning restore VSTHRD002
        {
            throw new TimeoutException("The test has not let the code go on.");
        }
    }

    public void GoOn() => _goesOn.SetResult();
}
