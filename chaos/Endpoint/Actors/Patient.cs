using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Patient : VirtualObject, IPatient
{
    private IActorState<bool> Waits => State<bool>("waits");

    public async Task Wait(PatientOrder order)
    {
        var counter = Actors.GetActor<ICounter>(order.Counter);
        await counter.Add($"{order.Operation}#begun");
        try
        {
            Waits.Set(true);
            await Sleep(TimeSpan.FromHours(1));
        }
        catch (InvocationCancelledException)
        {
            Waits.Clear();

            // One-way: a client that had no answer cancels again, and that would end a call that is awaited here.
            await counter.Send(to => to.Add($"{order.Operation}#undone"));
            throw;
        }
    }

    public async Task<bool> IsWaiting() => await Waits.GetAsync(false);
}
