using Restate.Actors;

namespace NativeAot;

[ActorFilter<LogBook>]
public sealed class Garage : VirtualObject, IGarage
{
    private const int Places = 2;

    private IActorState<List<Ticket>> Cars => State<List<Ticket>>("cars");

    public async Task<Ticket> Enter(string plate)
    {
        var cars = await Cars.GetAsync([]);
        if (cars.Find(car => car.Plate == plate) is { } inside)
        {
            return inside;
        }

        if (cars.Count == Places)
        {
            throw new TerminalException($"Garage {Key} is full.", 409);
        }

        var ticket = new Ticket(plate, Time.GetUtcNow());
        Cars.Set([.. cars, ticket]);
        return ticket;
    }

    public async Task<Receipt> Leave(string plate)
    {
        var cars = await Cars.GetAsync([]);
        var ticket = cars.Find(car => car.Plate == plate) ?? throw new TerminalException($"There is no {plate} in garage {Key}.", 404);
        var amount = await Actors.GetActor<ITariff>().Price(ticket.Since, Time.GetUtcNow());
        var payment = await Run("charge", run => SimulatedCards.Charge(run.InvocationId, amount));
        Cars.Set([.. cars.Where(car => car != ticket)]);
        return new Receipt(plate, amount, payment);
    }

    public async Task<int> FreePlaces() => Places - (await Cars.GetAsync([])).Count;
}
