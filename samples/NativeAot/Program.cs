using NativeAot;
using Restate.Actors;

var builder = WebApplication.CreateSlimBuilder(args);
var ingress = builder.Configuration.GetValue("Ingress", new Uri("http://localhost:8080"));
var admin = builder.Configuration.GetValue("Admin", new Uri("http://localhost:9070"));
builder.WebHost.ListenRestateActors(builder.Configuration.GetValue("ActorPort", 9080));
builder.Services.AddRestateActors().AddGeneratedActors().UseJson(GarageJson.Default)
    .UseLocalRestateServer(server => (server.IngressUri, server.AdminUri) = (ingress, admin));
builder.Services.AddRestateClient(client => client.IngressUri = ingress);

await using var app = builder.Build();
app.MapRestateActors();
await app.StartAsync();
await new Demo(app.Services.GetRequiredService<IRestateClient>()).RunAsync();
if (!args.Contains("--once"))
{
    Demo.PrintCurlLines();
    await app.WaitForShutdownAsync();
}

await app.StopAsync();
