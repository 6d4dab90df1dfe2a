using MigrationSample;
using MigrationSample.Import;
using Restate.Actors;
using Restate.Actors.Admin;

if (args is ["import", .. var rest])
{
    return await ImportCommand.RunAsync(rest);
}

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ListenRestateActors();
builder.Services.AddRestateActors().AddGeneratedActors().UseLocalRestateServer();
builder.Services.AddRestateClient();
builder.Services.AddRestateAdmin();

await using var app = builder.Build();
app.MapRestateActors();
await app.StartAsync();
await new Demo(app.Services.GetRequiredService<IRestateClient>(), app.Services.GetRequiredService<IRestateAdmin>()).RunAsync();

if (!args.Contains("--once"))
{
    await app.WaitForShutdownAsync();
}

await app.StopAsync();
return 0;
