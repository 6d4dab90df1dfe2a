using Restate.Actors;

namespace Tenants;

/// <summary>The HTTP API of the tenants. It says nowhere for whom it calls: <see cref="TenantOfCaller"/> does.</summary>
public static class NotebookApi
{
    public static void MapNotebooks(this WebApplication app)
    {
        var api = app.MapGroup("/notebooks").AddEndpointFilter(ApiKeys.CheckAsync);
        api.MapPost("/{name}", async (string name, Note note, HttpContext http, IRestateClient actors) =>
            await AnswerAsync(() => actors.GetActor<INotebook>(Tenant.KeyOf(ApiKeys.TenantOf(http), name)).Write(note.Text)));
        api.MapGet("/{name}", async (string name, HttpContext http, IRestateClient actors) =>
            await AnswerAsync(() => actors.GetActor<INotebook>(Tenant.KeyOf(ApiKeys.TenantOf(http), name)).Read()));
    }

    private static async Task<IResult> AnswerAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return Results.Ok(await call());
        }
        catch (TerminalException error)
        {
            return Results.Problem(error.Message, statusCode: error.Code);
        }
    }
}
