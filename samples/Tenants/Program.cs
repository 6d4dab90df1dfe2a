using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors;
using Tenants;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(5080, listen => listen.Protocols = HttpProtocols.Http1));   // for tenants
builder.WebHost.ListenRestateActors(9080);                                                                                    // for the server
builder.Services.AddRestateActors().AddGeneratedActors().AddTenants().UseLocalRestateServer();
builder.Services.AddSingleton<ITenantDirectory, SimulatedDirectory>();
builder.Services.AddHttpContextAccessor();
builder.Services.AddRestateClient();
builder.Services.AddRestateOutgoingFilter<TenantOfCaller>();

await using var app = builder.Build();
app.MapNotebooks();
app.MapRestateActors();
await app.StartAsync();
using var demo = new Demo(new Uri("http://localhost:5080"), app.Services.GetRequiredService<IRestateClient>(), app.Services.GetRequiredService<TenantAttempts>());
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
