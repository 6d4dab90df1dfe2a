using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Model;

[Actor("ModelPlumber")]
public interface IPlumber : IDurableService
{
    Task<int> RetryAfter(string topic, int milliseconds);

    Task FailAfter(int milliseconds);

    Task<string> Pause(string topic);

    Task<string> Mismatch(string topic);

    Task<string> Names(string key);

    /// <summary>Finds an invocation by its idempotency key and the run of a workflow by its id.</summary>
    Task<string> Find(string key, string idempotencyKey);
}

public sealed class Plumber(Probe probe) : DurableService, IPlumber
{
    public async Task<int> RetryAfter(string topic, int milliseconds)
    {
        return await Run("pipe", _ =>
        {
            probe.Note(topic, "tried");
            var count = probe.Notes(topic).Count;
            return count < 3 ? throw new RetryAfterException(TimeSpan.FromMilliseconds(milliseconds), "busy") : count;
        });
    }

    public Task FailAfter(int milliseconds) => throw new RetryAfterException(TimeSpan.FromMilliseconds(milliseconds), "closed");

    public async Task<string> Pause(string topic)
    {
        return await Run(
            "valve",
            _ =>
            {
                probe.Note(topic, "tried");
                return probe.Notes(topic).Count == 1 ? throw new IOException("stuck") : "open";
            },
            new RunOptions { MaxAttempts = 1, PauseWhenExhausted = true });
    }

    public async Task<string> Mismatch(string topic)
    {
        probe.Note(topic, "began");
        if (probe.Notes(topic).Count == 1)
        {
            await Run("first path", _ => 1);
            throw new IOException("Once more.");
        }

        await Sleep(TimeSpan.FromMilliseconds(1), "other path");
        return "never";
    }

    public async Task<string> Find(string key, string idempotencyKey)
    {
        var byKey = Actors.GetActor<IShop>(key).GetInvocation(shop => shop.Put(""), idempotencyKey);
        var byId = Actors.GetActor<IVisa>(key).GetInvocation(visa => visa.RunAsync());
        var early = await byId.PeekAsync();
        await Actors.GetActor<IVisa>(key).Decide(new Decision("Bob", await byKey.AttachAsync()));
        return $"{early.IsCompleted} {await byId.AttachAsync()}";
    }

    public async Task<string> Names(string key)
    {
        await Actors.GetActor<IShop>(key).Send(shop => shop.Put("tea"), new SendOptions { Name = "stock up" });
        await Sleep(TimeSpan.FromMilliseconds(1), "rest");
        await Run("count", _ => 1);
        return await Actors.GetActor<IShop>(key).Call(shop => shop.Echo("hi"), new CallOptions { Name = "greet" });
    }
}
