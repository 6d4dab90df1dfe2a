using Restate.Actors;

namespace Docs;

[Actor("Dunning")]
public interface IDunning : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(string customer, CancellationToken cancellationToken = default);

    [Shared]
    Task Paid();
}

public sealed class Dunning(IMailGateway gateway) : Workflow, IDunning
{
    public async Task<string> Run(string customer, CancellationToken cancellationToken)
    {
        await Week(customer);
        await Poll(customer, cancellationToken);
        return $"{await PaidInTime()}, {await Deadline(cancellationToken)}, {Age()}";
    }

    public Task Paid() => Promise<bool>("paid").ResolveAsync(true);

    // snippet: sleep
    private async Task Week(string customer)
    {
        await Sleep(TimeSpan.FromDays(7), "first reminder");
        await Run("remind", run => gateway.Send(customer, "Please pay.", run.AttemptAborted));
    }
    // end

    // snippet: timeout
    private async Task<bool> PaidInTime()
    {
        try
        {
            return await Promise<bool>("paid").GetAsync().WaitAsync(TimeSpan.FromDays(14), Time, CancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
    // end

    // snippet: race
    private async Task<string> Deadline(CancellationToken cancellationToken)
    {
        var paid = Promise<bool>("paid").GetAsync();
        var deadline = Task.Delay(TimeSpan.FromDays(14), Time, cancellationToken);
        return await Task.WhenAny(paid, deadline) == paid ? "paid" : "overdue";
    }
    // end

    // snippet: periodic
    private async Task Poll(string customer, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), Time);
        for (var day = 1; day <= 3; day++)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            await Run("remind", run => gateway.Send(customer, $"Reminder {day}", run.AttemptAborted));
        }
    }
    // end

    // snippet: now
    private string Age()
    {
        var now = Time.GetUtcNow();
        return $"checked at {now:O}";
    }
    // end
}
