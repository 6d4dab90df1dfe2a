using System.Collections.Concurrent;

namespace Restate.Actors.Tests.Integration.Admin;

[Actor("Cashbox")]
public interface ICashbox : IVirtualObject
{
    [Exclusive]
    Task<int> Add(int amount);

    [Exclusive]
    Task Hold();
}

[Actor("Wreck")]
public interface IWreck : IDurableService
{
    /// <summary>Fails in its first attempt and waits for ever in the second, which comes in an hour.</summary>
    Task<string> FailThenWait(string topic);

    /// <summary>Fails in each attempt until it is repaired.</summary>
    Task<string> FailUntilRepaired(string topic);
}

[Actor("Voyage")]
public interface IVoyage : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(string destination);
}

public sealed class Cashbox : VirtualObject, ICashbox
{
    public async Task<int> Add(int amount)
    {
        var sum = await State<int>("sum").GetAsync() + amount;
        State<int>("sum").Set(sum);
        return sum;
    }

    public Task Hold() => Sleep(TimeSpan.FromDays(1));
}

[ActorOptions(RetryInitialInterval = "01:00:00", RetryMaxInterval = "01:00:00")]
public sealed class Wreck : DurableService, IWreck
{
    private static readonly ConcurrentDictionary<string, int> Attempts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, bool> Repaired = new(StringComparer.Ordinal);

    public static void Repair(string topic) => Repaired[topic] = true;

    public async Task<string> FailThenWait(string topic)
    {
#pragma warning disable RSTA2015 // The attempts of this process are counted.
        if (Attempts.AddOrUpdate(topic, 1, static (_, count) => count + 1) == 1)
#pragma warning restore RSTA2015
        {
            throw new InvalidOperationException("the first attempt");
        }

        await Sleep(TimeSpan.FromDays(1));
        return "never";
    }

    public Task<string> FailUntilRepaired(string topic)
    {
        return Repaired.ContainsKey(topic) ? Task.FromResult("repaired") : throw new InvalidOperationException("broken still");
    }
}

public sealed class Voyage : Workflow, IVoyage
{
    public Task<string> Run(string destination) => Task.FromResult($"arrived in {destination}");
}
