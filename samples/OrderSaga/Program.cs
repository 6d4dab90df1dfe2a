using OrderSaga;
using Restate.Actors;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ListenRestateActors();
builder.Services.AddRestateActors().AddGeneratedActors()
    .UseLocalRestateServer(server => server.EnvironmentVariables["RESTATE_LOG_FILTER"] = "error,octocrab=off");     // the actors log their retries themselves
builder.Services.AddRestateClient();
builder.Services.AddRestateAdmin();     // to cancel an order
builder.Services.AddSingleton<SimulatedPayments>();
builder.Services.AddSingleton<IPayments>(services => services.GetRequiredService<SimulatedPayments>());
builder.Services.AddSingleton<ICarrier, SimulatedCarrier>();

await using var app = builder.Build();
app.MapRestateActors();
await app.StartAsync();
var demo = new Demo(app.Services.GetRequiredService<IRestateClient>(), app.Services.GetRequiredService<SimulatedPayments>());
try
{
    await demo.RunAsync().WaitAsync(app.Lifetime.ApplicationStopping);
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
