using System.Globalization;
using Restate.Actors.Benchmarks.Diagnostics;
using Restate.Actors.Benchmarks.Endpoint;

var port = args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("PORT") ?? "9080";
MemoryPort.Start();
Telemetry.Start(Environment.GetEnvironmentVariable("TELEMETRY"));

var builder = WebApplication.CreateBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ListenRestateActors(int.Parse(port, CultureInfo.InvariantCulture), anyAddress: true);
builder.Services.AddRestateActors(ActivationIdleTime.Apply).AddGeneratedActors();

var app = builder.Build();
app.MapRestateActors();
app.Run();
