using Restate.Actors;

namespace OrderSaga;

public sealed class Order(IPayments payments, ICarrier carrier) : Workflow, IOrder
{
    private static readonly RunOptions CarrierRetries = new() { MaxAttempts = 5, InitialInterval = TimeSpan.FromMilliseconds(200) };

    private IActorState<string> Stage => State<string>("stage");

    public async Task<string> Run(OrderRequest request, CancellationToken cancellationToken)
    {
        // Each undo is noted before its step: a step that is cut off by a cancellation may have been done or not.
        var undo = new Stack<Func<Task>>();
        try
        {
            Stage.Set("reserving");
            foreach (var line in request.Lines)
            {
                undo.Push(() => Actors.GetActor<IStock>(line.Article).Release(WorkflowId));
                await Actors.GetActor<IStock>(line.Article).Reserve(WorkflowId, line.Count);
            }

            Stage.Set("charging");
            undo.Push(() => Run("refund", run => payments.Refund(WorkflowId, run.AttemptAborted)));
            await Run("charge", run => payments.Charge(WorkflowId, request.Total, run.AttemptAborted));

            Stage.Set("packing");
            await Sleep(TimeSpan.FromSeconds(2), "packing");
            var parcel = await Run("ship", run => carrier.Ship(WorkflowId, request.Destination, run.AttemptAborted), CarrierRetries);
            Stage.Set("shipped");
            return parcel;
        }
        catch (Exception error) when (error is TerminalException or InvocationCancelledException)
        {
            Stage.Set("undoing");
            while (undo.TryPop(out var step))
            {
                await step();
            }

            Stage.Set("undone");
            throw;
        }
    }

    public async Task<string> Status() => await Stage.GetAsync("unknown");
}
