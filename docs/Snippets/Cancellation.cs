using Restate.Actors;

namespace Docs;

[Actor("Rental")]
public interface IRental : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(Order order, CancellationToken cancellationToken = default);
}

public sealed class Rental(IPaymentGateway gateway) : Workflow, IRental
{
    // snippet: cancellation
    public async Task<string> Run(Order order, CancellationToken cancellationToken)
    {
        var receipt = await Run("charge", run => gateway.Charge(order.Customer, order.Total, run.InvocationId, run.AttemptAborted));
        try
        {
            await Task.Delay(TimeSpan.FromDays(30), Time, cancellationToken);
            return receipt;
        }
        catch (OperationCanceledException)
        {
            await Run("refund", run => gateway.Refund(receipt, run.AttemptAborted));
            throw;
        }
    }
    // end
}

[Actor("Comparison")]
public interface IComparison : IDurableService
{
    Task<int> Any(string[] cities, CancellationToken cancellationToken = default);
}

[Actor("Forecast")]
public interface IForecast : IDurableService
{
    Task<int> Ask(string city, CancellationToken cancellationToken = default);
}

public sealed class Comparison : DurableService, IComparison
{
    // snippet: cancel-callee
    public async Task<int> Any(string[] cities, CancellationToken cancellationToken)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answers = cities.Select(city => Actors.GetActor<IForecast>().Ask(city, rest.Token)).ToList();
        var first = await await Task.WhenAny(answers);

        rest.Cancel();
        try
        {
            await Task.WhenAll(answers);
        }
        catch (TerminalException)
        {
            // The others end with code 409.
        }

        return first;
    }
    // end
}

public sealed class RentalDesk(IRestateClient client)
{
    // snippet: cancel-outside
    public Task Cancel(string rentalId) => client.GetWorkflow<IRental, string>(rentalId).CancelAsync();
    // end
}
