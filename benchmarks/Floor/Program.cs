using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors.Benchmarks.Diagnostics;
using Restate.Actors.Benchmarks.Floor;

MemoryPort.Start();
var port = int.Parse(Environment.GetEnvironmentVariable("PORT") ?? "9081", CultureInfo.InvariantCulture);
var builder = WebApplication.CreateBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(options =>
{
    options.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2);
    options.AddServerHeader = false;
    options.Limits.MaxRequestBodySize = null;
    options.Limits.MinRequestBodyDataRate = null;
    options.Limits.Http2.MaxStreamsPerConnection = 256;
});

var app = builder.Build();
var echo = new Echo { EndsFirst = Environment.GetEnvironmentVariable("ENDS_FIRST") is not null };
app.MapPost("/rhythm", echo.LearnAsync);
app.MapPost("/invoke/{service}/{handler}", (RequestDelegate)echo.PlayAsync);
app.Run();
