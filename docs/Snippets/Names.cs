using Restate.Actors;

namespace Docs;

// snippet: typed-names
[Actor("Permit")]
public interface IPermit : IWorkflow
{
    static readonly PromiseName<Verdict> Decided = new("decided");

    [WorkflowRun]
    Task<string> Run();

    [Shared]
    Task Decide(Verdict verdict);

    [Shared]
    Task Refuse(string reason);
}

public sealed record Verdict(string Officer, int Days);

public sealed class Permit : Workflow, IPermit
{
    public async Task<string> Run()
    {
        var verdict = await Promise(IPermit.Decided).GetAsync();
        return $"{verdict.Days} days, says {verdict.Officer}";
    }

    public Task Decide(Verdict verdict) => Promise(IPermit.Decided).ResolveAsync(verdict);

    public Task Refuse(string reason)
    {
        var metadata = new Dictionary<string, string> { ["reason"] = reason };
        return Promise(IPermit.Decided).RejectAsync(new TerminalException("No permit.", 410, metadata));
    }
}
// end

[Actor("Race")]
public interface IRace : IDurableService
{
    // snippet: signals
    static readonly SignalName<int> Start = new("start");
    // end

    Task<string> Run();

    Task Begin(string invocationId, int seconds);
}

public sealed class Race : DurableService, IRace
{
    // snippet: signal-wait
    public async Task<string> Run() => $"ran {await Signal(IRace.Start)} seconds";

    public Task Begin(string invocationId, int seconds) => Actors.GetInvocation<string>(invocationId).ResolveSignalAsync(IRace.Start, seconds);
    // end
}
