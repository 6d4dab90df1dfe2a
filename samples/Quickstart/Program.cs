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
try
{
    await new Demo(app.Services.GetRequiredService<IRestateClient>()).RunAsync().WaitAsync(app.Lifetime.ApplicationStopping);
    if (args.Contains("--once"))
    {
        app.Lifetime.StopApplication();
    }
    else
    {
        Demo.PrintCurlLines();
    }
}
catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
{
    // Ctrl+C in the middle of the demo.
}

await app.WaitForShutdownAsync();
