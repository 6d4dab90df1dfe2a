using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors;
using SignUp;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(5080, listen => listen.Protocols = HttpProtocols.Http1));   // for browsers
builder.WebHost.ListenRestateActors(9080);                                                                                    // for the server
builder.Services.AddRestateActors().AddGeneratedActors().UseLocalRestateServer();
builder.Services.AddRestateClient();
builder.Services.AddSingleton<ConsoleMails>();
builder.Services.AddSingleton<IMails>(services => services.GetRequiredService<ConsoleMails>());

await using var app = builder.Build();
app.MapSignUp();
app.MapRestateActors();
await app.StartAsync();
var demo = new Demo(app.Services.GetRequiredService<IRestateClient>(), app.Services.GetRequiredService<ConsoleMails>());
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
