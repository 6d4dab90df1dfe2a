namespace Conformance.Services;

[Actor("BlockAndWaitWorkflow")]
public interface IBlockAndWaitWorkflow : IWorkflow
{
    [WorkflowRun, Handler("run")]
    Task<string> Run(string input);

    [Shared, Handler("unblock")]
    Task Unblock(string output);

    [Shared, Handler("getState")]
    Task<string?> GetState();
}

public sealed class BlockAndWaitWorkflow : Workflow, IBlockAndWaitWorkflow
{
    private IActorState<string> Input => State<string>("my-state");

    private IDurablePromise<string> Unblocked => Promise<string>("durable-promise");

    public async Task<string> Run(string input)
    {
        Input.Set(input);
        await Unblocked.GetAsync();

        var peeked = await Unblocked.PeekAsync();
        return peeked.IsCompleted ? peeked.Result! : throw new TerminalException("The durable promise should be completed.");
    }

    public Task Unblock(string output) => Unblocked.ResolveAsync(output);

    public async Task<string?> GetState() => await Input.GetAsync();
}
