using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Order(Probe probe) : Workflow, IOrder
{
    private IDurablePromise<string> Approval => Promise<string>("approval");

    private IActorState<string> Status => State<string>("status");

    public async Task<string> RunAsync(string article, CancellationToken cancellationToken)
    {
        Status.Set("charging");
        var receipt = await Run("charge", _ =>
        {
            probe.Note($"{WorkflowId}/charged");
            return $"receipt for {article}";
        });
        Status.Set("waiting");
        probe.Note($"{WorkflowId}/waiting");
        try
        {
            var by = await Approval.GetAsync();
            Status.Set("shipping");
            await Run("ship", _ => probe.Note($"{WorkflowId}/shipped"));
            Status.Set("done");
            return $"{receipt}, approved by {by}";
        }
        catch (TerminalException refusal)
        {
            await Run("refund", _ => probe.Note($"{WorkflowId}/refunded", refusal.Message));
            Status.Set("refused");
            throw;
        }
    }

    public Task ApproveAsync(string by) => Approval.ResolveAsync(by);

    public Task RefuseAsync(string reason) => Approval.RejectAsync(reason, 403);

    public async Task<string> StatusAsync() => await Status.GetAsync("unknown");

    public async Task<string?> ApprovedByAsync()
    {
        var approval = await Approval.PeekAsync();
        return approval.IsCompleted ? approval.Result : null;
    }

    public Task<string> WaitForApprovalAsync() => Approval.GetAsync();

    public async Task<string> ApproveTwiceAsync()
    {
        await Approval.ResolveAsync("first");
        try
        {
            await Approval.ResolveAsync("second");
            return "resolved twice";
        }
        catch (TerminalException error)
        {
            return $"{error.Code} {error.Message}";
        }
    }
}
