using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.Testing;
using Shop;

await using var host = await ActorTestHost.StartAsync(actors => actors.AddGeneratedActors());
var start = host.Time.GetUtcNow();
Console.WriteLine($"Add: {await host.GetActor<IStock>("tea").Add(2)}");
Console.WriteLine($"Describe: {await host.GetActor<IStock>("tea").Describe()}");
Console.WriteLine($"Days: {(host.Time.GetUtcNow() - start).TotalDays}");

// The other packages fit together, too.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ListenRestateActors().ListenActorDashboard();
builder.Services.AddRestateActors().AddGeneratedActors().UseProtobuf();
builder.Services.AddActorDashboard();
await using var app = builder.Build();
app.MapRestateActors();
app.MapActorDashboard();
Console.WriteLine($"Lambda: {typeof(Restate.Actors.Lambda.LambdaActorEndpoint).Name}");
