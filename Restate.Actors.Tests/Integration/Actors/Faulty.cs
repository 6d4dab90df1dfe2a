using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Faulty(Probe probe) : DurableService, IFaulty
{
    public async Task ThrowAsync(string kind)
    {
        await Sleep(TimeSpan.FromMilliseconds(1));
        throw kind switch
        {
            "terminal" => new TerminalException("wrong", 418, new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }),
            "cancelled" => new OperationCanceledException("somebody gave up"),
            "timeout" => new TimeoutException("too slow"),
            _ => new PlannedFailureException(),
        };
    }

    public async Task<string> FailOnceAsync(string topic)
    {
        await Sleep(TimeSpan.FromMilliseconds(1));
        probe.FailOnce(topic);
        return "at last";
    }

    public Task<Knot> ReturnKnotAsync() => Task.FromResult(new Knot());

    public Task SendKnotAsync() => Run("knot", _ => new Knot());

    public async Task<string> UsePromiseAsync()
    {
        await Context.Promise<string>("none").GetAsync();
        return "never";
    }
}
