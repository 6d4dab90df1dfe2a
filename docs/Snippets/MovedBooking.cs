using Restate.Actors;
using Restate.Actors.Testing;

namespace Docs.Moved;

// snippet: dapr-contract
[Actor("Booking")]
public interface IBooking : IVirtualObject
{
    Task Reserve(Reservation reservation);

    Task Pay(string card);

    [Shared]
    Task<Reservation?> Get();

    Task Expire();
}

public sealed record Reservation(string Guest, string Room, decimal Price, bool IsPaid = false);
// end

public interface ICardGateway
{
    Task<string> Charge(string card, decimal amount, string idempotencyKey, CancellationToken cancellationToken);
}

// snippet: dapr-class
[SaveOnSuccess]
public sealed class Booking(ICardGateway cards) : VirtualObject, IBooking, IRemindable
{
    private IActorState<Reservation> Current => State<Reservation>("reservation");

    public async Task Reserve(Reservation reservation)
    {
        if (await Current.ExistsAsync())
        {
            throw new TerminalException($"Booking {Key} is reserved.", 409);
        }

        Current.Set(reservation);
        await Actors.GetActor<IBooking>(Key).Send(booking => booking.Expire(), after: TimeSpan.FromMinutes(15));
    }
    // end

    // snippet: dapr-step
    public async Task Pay(string card)
    {
        var reservation = await Current.GetAsync() ?? throw new TerminalException($"Booking {Key} has expired.", 410);
        await Run("charge", run => cards.Charge(card, reservation.Price, run.InvocationId, run.AttemptAborted));
        Current.Set(reservation with { IsPaid = true });
        await Reminders.RegisterOrUpdateAsync("feedback", due: TimeSpan.FromDays(14));
    }
    // end

    // snippet: dapr-read
    public async Task<Reservation?> Get() => await Current.GetAsync();
    // end

    // snippet: dapr-expiry
    public async Task Expire()
    {
        if (await Current.GetAsync() is { IsPaid: false })
        {
            Current.Clear();
        }
    }

    public Task ReceiveReminderAsync(string name, ReminderTick tick)
    {
        Current.Clear();
        return Task.CompletedTask;
    }
    // end
}

// snippet: dapr-call
public sealed class BookingDesk(IActorFactory actors)
{
    public Task<Reservation?> Find(string id) => actors.GetActor<IBooking>(id.ToLowerInvariant()).Get();
}
// end

// snippet: dapr-filter
public sealed class PaceFilter(ILogger<PaceFilter> logger) : IAttemptFilter
{
    public async Task InvokeAsync(AttemptContext context, Func<Task> next)
    {
        var start = TimeProvider.System.GetTimestamp();
        await next();
        logger.LogInformation("{Service}/{Handler} took {Elapsed}.", context.Service, context.Handler, TimeProvider.System.GetElapsedTime(start));
    }
}
// end

public sealed class BookingTests
{
    private sealed class FakeCards : ICardGateway
    {
        public Task<string> Charge(string card, decimal amount, string idempotencyKey, CancellationToken cancellationToken) => Task.FromResult("receipt");
    }

    private static void Check(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException();
        }
    }

    // snippet: dapr-test
    public static async Task Reserve_NobodyPays_Expires()
    {
        await using var host = await ActorTestHost.StartAsync(
            actors => actors.AddGeneratedActors(),
            services => services.AddSingleton<ICardGateway>(new FakeCards()));
        var booking = host.GetActor<IBooking>("b1");

        await booking.Reserve(new Reservation("Anna", "12", 90));
        await host.AdvanceAsync(TimeSpan.FromMinutes(15));

        Check(await booking.Get() is null);
    }
    // end
}
