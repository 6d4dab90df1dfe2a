using Restate.Actors;

namespace SignUp;

/// <summary>What browsers call.</summary>
public static class SignUpApi
{
    public static void MapSignUp(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-up", async (SignUpForm form, IActorFactory actors) =>
        {
            var run = await actors.GetActor<IRegistration>(form.User).Send(registration => registration.Run(form.Address));
            return run.IsPreviouslyAccepted ? Results.Conflict("This name is taken.") : Results.Accepted(value: "Please look into your mail.");
        });

        routes.MapGet("/confirm/{user}/{code}", async (string user, string code, IActorFactory actors) =>
        {
            try
            {
                await actors.GetActor<IRegistration>(user).Confirm(code);
                return Results.Ok($"Welcome, {user}!");
            }
            catch (TerminalException error)
            {
                return Results.Problem(error.Message, statusCode: error.Code);
            }
        });
    }
}
