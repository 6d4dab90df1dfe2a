using Quickstart;
using Restate.Actors;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ListenRestateActors().ListenActorDashboard();
builder.Services.AddRestateActors().AddGeneratedActors().UseLocalRestateServer();
builder.Services.AddRestateClient();
builder.Services.AddActorDashboard();

await using var app = builder.Build();
app.MapRestateActors();
app.MapActorDashboard();
await app.StartAsync();
await new Demo(app.Services.GetRequiredService<IRestateClient>()).RunAsync();

if (!args.Contains("--once"))
{
    Demo.PrintCurlLines();
    await app.WaitForShutdownAsync();
}

await app.StopAsync();
