using Restate.Actors;

namespace Docs;

// snippet: workflow
[Actor("Signup")]
public interface ISignup : IWorkflow
{
    [WorkflowRun]
    Task<bool> Run(string address, CancellationToken cancellationToken = default);

    [Shared]
    Task Confirm(string code);

    [Shared]
    Task<string> Status();
}

public sealed class Signup(IMailGateway gateway) : Workflow, ISignup
{
    private IActorState<string> Stage => State<string>("stage");

    private IDurablePromise<string> Confirmation => Promise<string>("confirmation");

    public async Task<bool> Run(string address, CancellationToken cancellationToken)
    {
        var code = NewGuid().ToString("N");
        await Run("send code", run => gateway.Send(address, code, run.AttemptAborted));
        Stage.Set("waiting");

        var confirmation = Confirmation.GetAsync();
        var deadline = Task.Delay(TimeSpan.FromDays(1), Time, cancellationToken);
        if (await Task.WhenAny(confirmation, deadline) == deadline)
        {
            Stage.Set("expired");
            return false;
        }

        var isRight = await confirmation == code;
        Stage.Set(isRight ? "done" : "refused");
        return isRight;
    }

    public Task Confirm(string code) => Confirmation.ResolveAsync(code);

    public async Task<string> Status() => await Stage.GetAsync("unknown");
}
// end

// snippet: workflow-peek
[Actor("Vote")]
public interface IVote : IWorkflow
{
    [WorkflowRun]
    Task<string> Run();

    [Shared]
    Task<bool> IsDecided();

    [Shared]
    Task Withdraw(string reason);
}

public sealed class Vote : Workflow, IVote
{
    public Task<string> Run() => Promise<string>("winner").GetAsync();

    public async Task<bool> IsDecided() => (await Promise<string>("winner").PeekAsync()).IsCompleted;

    public Task Withdraw(string reason) => Promise<string>("winner").RejectAsync(reason, 410);
}
// end

// snippet: awakeable
[Actor("Approval")]
public interface IApproval : IDurableService
{
    Task<bool> Ask(string manager, string question);
}

public sealed class Approval(IMailGateway gateway) : DurableService, IApproval
{
    public async Task<bool> Ask(string manager, string question)
    {
        var answer = CreateAwakeable<bool>();
        await Run("ask", run => gateway.Send(manager, $"{question} Answer under {answer.Id}", run.AttemptAborted));
        return await answer.Task;
    }
}
// end

public sealed class SignupDesk(IRestateClient client)
{
    // snippet: workflow-outside
    public async Task<bool> Register(string user, string address)
    {
        var handle = await client.GetActor<ISignup>(user).Send(signup => signup.Run(address, default));
        if (handle.IsPreviouslyAccepted)
        {
            throw new InvalidOperationException($"{user} signs up already.");
        }

        return await handle.AttachAsync();
    }

    public async Task<string> Find(string user)
    {
        var output = await client.GetWorkflow<ISignup, bool>(user).PeekAsync();
        return output.IsCompleted ? $"finished: {output.Result}" : await client.GetActor<ISignup>(user).Status();
    }
    // end

    // snippet: awakeable-resolve
    public Task Answer(string awakeableId, bool isApproved) => client.ResolveAwakeableAsync(awakeableId, isApproved);

    public Task Refuse(string awakeableId) => client.RejectAwakeableAsync(awakeableId, "nobody knows this manager");
    // end
}
