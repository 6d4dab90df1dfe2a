using Restate.Actors;
using TelemetrySample;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ListenRestateActors();
builder.Services.AddRestateActors().AddGeneratedActors().UseLocalRestateServer()
    .CarryHeader("traceparent").CarryHeader("tracestate");     // for a server that records no traces itself
builder.Services.AddRestateClient();
builder.Services.AddSingleton<Oven>();

using var telemetry = Exports.Start();
await using var app = builder.Build();
app.MapRestateActors();
await app.StartAsync();
await new Demo(app.Services.GetRequiredService<IRestateClient>()).RunAsync();

if (!args.Contains("--once"))
{
    Console.WriteLine("The actors stay up; Ctrl+C stops them.");
    await app.WaitForShutdownAsync();
}

await app.StopAsync();
