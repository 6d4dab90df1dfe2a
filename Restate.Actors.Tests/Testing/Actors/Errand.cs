namespace Restate.Actors.Tests.Testing.Actors;

public sealed class Errand(Whiteboard whiteboard, TimeProvider clock) : DurableService, IErrand
{
    public Task<string> PayForAsync(string purse, string what) => Actors.GetActor<IPurse>(purse).PayAsync(what);

    public async Task<string> AwaitSignalAsync(string tag)
    {
        var awakeable = Context.CreateAwakeable<string>();
        whiteboard.Write(tag, awakeable.Id);
        return await awakeable.Task;
    }

    public async Task<int> FanOutAsync(int count)
    {
        var purses = Enumerable.Range(1, count).Select(number => Actors.GetActor<IPurse>($"p{number}").DepositAsync(number));
        return (await Task.WhenAll(purses)).Sum();
    }

    public async Task<string> DriftAsync()
    {
        // What a handler must not do: another answer in each attempt.
        await Sleep(TimeSpan.FromSeconds(1), $"drift {whiteboard.Count()}");
        await Sleep(TimeSpan.FromSeconds(1), "end");
        return "done";
    }

    public Task<string> FailAsync(string message) => throw new InvalidOperationException(message);

    public Task CallUnknownAsync() => Actors.GetActor("Testing.Nowhere").CallAsync<int, int>("Go", 1);

    public Task<string> AttachToAsync(string invocationId) => Actors.GetInvocation<string>(invocationId).AttachAsync();

    public Task<string> WaitInStepAsync() => Run("wait", async run =>
    {
        await Task.Delay(TimeSpan.FromHours(1), clock, run.AttemptAborted);
        return "waited";
    });
}
