using Restate.Actors;

namespace TicketReservation.Web;

/// <summary>Failures of actors as answers of this API.</summary>
public static class ActorErrors
{
    public static async ValueTask<object?> ToProblemAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (TerminalException error)
        {
            return Results.Problem(error.Message, statusCode: error.Code);
        }
        catch (RestateUnavailableException)
        {
            return Results.Problem("The box office is closed for a moment. Try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
