using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Wayward;

public sealed class Wanderer(Probe probe) : DurableService, IWanderer
{
    public async Task OtherCommandAsync(string topic)
    {
        await (IsFirst(topic) ? Run("first path", _ => 1) : Sleep(TimeSpan.FromMilliseconds(1)));
        probe.FailOnce($"{topic}/failure");
    }

    public async Task OtherNameAsync(string topic)
    {
        await Sleep(TimeSpan.FromMilliseconds(1));
        await Run(IsFirst(topic) ? "red" : "blue", _ => 1);
        probe.FailOnce($"{topic}/failure");
    }

    public async Task ReturnEarlyAsync(string topic)
    {
        await Run("one", _ => 1);
        if (IsFirst(topic))
        {
            await Run("two", _ => 2);
            probe.FailOnce($"{topic}/failure");
        }
    }

    public async Task WaitForAnotherAsync(string topic)
    {
        if (!IsFirst(topic))
        {
            await CreateAwakeable<string>().Task;
        }

        await Run("one", _ => 1);
        probe.FailOnce($"{topic}/failure");
    }

#pragma warning disable RSTA2003, RSTA2004, RSTA2011 // Handlers that leave their scheduler are what the tests are about.
    public async Task<string> FetchAsync(string uri)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(uri));
    }

    public async Task<string> FetchAndGoOnAsync(string uri)
    {
        var text = await FetchAsync(uri);
        await Sleep(TimeSpan.FromMilliseconds(1));
        return await Run("shout", _ => text.ToUpperInvariant());
    }

    public Task<string> CallFromAnotherThreadAsync() => Task.Run(async () =>
    {
        await Sleep(TimeSpan.FromMilliseconds(1));
        return "done";
    });
#pragma warning restore RSTA2003, RSTA2004, RSTA2011

    private bool IsFirst(string topic)
    {
        probe.Note(topic);
        return probe.Notes(topic).Count == 1;
    }
}
