using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors;
using TicketReservation;
using TicketReservation.Actors;
using TicketReservation.Web;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(5080, listen => listen.Protocols = HttpProtocols.Http1));   // for browsers
builder.WebHost.ListenRestateActors(9080);                                                                                    // for the server
builder.Services.AddRestateActors().AddGeneratedActors().UseLocalRestateServer();
builder.Services.AddRestateClient();
builder.Services.AddSingleton<SeatFeed>();
builder.Services.AddSingleton<SeatEvents>();
builder.Services.AddSingleton<IPayments, SimulatedPayments>();

await using var app = builder.Build();
app.UseFileServer();
app.MapTicketApi(holdTime: app.Configuration.GetValue("HoldTime", TimeSpan.FromMinutes(2)));
app.MapRestateActors();
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
        Console.WriteLine("\nThe page is at http://localhost:5080. Open it twice, in two browsers. Ctrl+C stops everything.");
    }
}
catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
{
    // Ctrl+C in the middle of the demo.
}

await app.WaitForShutdownAsync();
