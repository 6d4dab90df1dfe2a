namespace Restate.Actors.Tests.Integration.Model;

[Actor("ModelVisa")]
public interface IVisa : IWorkflow
{
    static readonly PromiseName<Decision> Decided = new("decided");

    static readonly SignalName<string> Hurry = new("hurry");

    [WorkflowRun]
    Task<string> RunAsync();

    [Shared]
    Task Decide(Decision decision);

    [Shared]
    Task Refuse(string message, int code, string reason);

    [Shared]
    Task Push(string invocationId, string word);

    [Shared]
    Task RefuseAwakeable(string awakeableId);

    [Shared]
    Task<string> AwakeableId();
}

public sealed record Decision(string Officer, int Days);

public sealed class Visa : Workflow, IVisa
{
    public async Task<string> RunAsync()
    {
        var awakeable = CreateAwakeable<string>();
        State<string>("awakeable").Set(awakeable.Id);
        var word = await Signal(IVisa.Hurry);
        try
        {
            var decision = await Promise(IVisa.Decided).GetAsync();
            return $"{word} {decision.Officer} {decision.Days}";
        }
        catch (TerminalException promise)
        {
            var refused = await Assert(awakeable.Task);
            return $"{word} {Text(promise)} {Text(refused)}";
        }
    }

    public Task Decide(Decision decision) => Promise(IVisa.Decided).ResolveAsync(decision);

    public Task Refuse(string message, int code, string reason) => Promise(IVisa.Decided).RejectAsync(Failure(message, code, reason));

    public Task Push(string invocationId, string word) => Actors.GetInvocation<string>(invocationId).ResolveSignalAsync(IVisa.Hurry, word);

    public Task RefuseAwakeable(string awakeableId) => Actors.RejectAwakeableAsync(awakeableId, Failure("closed", 451, "holiday"));

    public async Task<string> AwakeableId() => await State<string>("awakeable").GetAsync("");

    private static TerminalException Failure(string message, int code, string reason) => new(message, code, new Dictionary<string, string> { ["reason"] = reason });

    private static string Text(TerminalException error) => $"{error.Code}:{error.Message}:{error.Metadata["reason"]}";

    private static async Task<TerminalException> Assert(Task<string> task) => await Xunit.Assert.ThrowsAsync<TerminalException>(() => task);
}
