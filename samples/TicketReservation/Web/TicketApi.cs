using Restate.Actors;
using TicketReservation.Actors;

namespace TicketReservation.Web;

/// <summary>What the page calls.</summary>
public static class TicketApi
{
    public static void MapTicketApi(this IEndpointRouteBuilder routes, TimeSpan holdTime)
    {
        var show = routes.MapGroup("/api/shows/{show}").AddEndpointFilter(ActorErrors.ToProblemAsync);

        show.MapGet("/events", (string show, HttpContext http, SeatEvents events) =>
            TypedResults.ServerSentEvents(events.WatchAsync(show, Visitor.Of(http), http.RequestAborted), eventType: "seats"));

        show.MapPut("/seats/{seat}", (string show, string seat, HttpContext http, IActorFactory actors) =>
            actors.GetActor<IShow>(show).Hold(seat, Visitor.Of(http), holdTime));

        show.MapDelete("/seats/{seat}", (string show, string seat, HttpContext http, IActorFactory actors) =>
            actors.GetActor<IShow>(show).Release(seat, Visitor.Of(http)));

        // The page chooses the id, so that it can ask again when it has lost the answer.
        show.MapPut("/checkouts/{id:guid}", (string show, Guid id, CheckoutForm form, HttpContext http, IRestateClient actors) =>
            CheckOutAsync(actors, $"{id:N}", new CheckoutRequest(show, Visitor.Of(http), form.Card, holdTime)));
    }

    private static async Task<Tickets> CheckOutAsync(IRestateClient actors, string id, CheckoutRequest request)
    {
        var checkout = await actors.GetActor<ICheckout>(id).Send(c => c.Run(request));
        return await checkout.AttachAsync();
    }
}
