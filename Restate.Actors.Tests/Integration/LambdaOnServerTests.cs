using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restate.Actors.Lambda;
using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>Actors as a function that a real server invokes by its ARN, in a Lambda that the test plays.</summary>
public sealed class LambdaOnServerTests
{
    [Fact]
    [Capability("Hosting", "AWS Lambda")]
    public async Task RegisteredByArn_CallsStepsAndWaits_EndAsElsewhere()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Probe>();
        builder.Services.AddRestateActors(options => options.Services = ["Caller", "Line", "Form", "Lighthouse"]).AddGeneratedActors();
        using var function = builder.Build();
        var endpoint = new LambdaActorEndpoint(function.Services);
        await using var lambda = await LambdaService.StartAsync(lambdaEvent => endpoint.InvokeAsync(lambdaEvent));
        await using var server = await RestateServer.StartAsync(lambda.ServerSettings());
        await using var services = new ServiceCollection().AddLogging().AddRestateClient(options => options.IngressUri = server.IngressUri).Services.BuildServiceProvider();
        var client = services.GetRequiredService<IRestateClient>();

        var registered = await server.Admin.SendAsync(HttpMethod.Post, "/deployments", $$"""{"arn": "{{LambdaService.Arn}}"}""");

        Assert.True(registered.Status == HttpStatusCode.Created, $"{registered.Text}\n{server.LogTail}");
        Assert.Equal("text", await client.GetActor<IForm>().NullableAsync("text"));
        var before = lambda.Events;
        Assert.Equal(5, (await client.GetActor<ICaller>().CallInTurnAsync("lambda")).Count);
        Assert.True(lambda.Events - before > 6, "Each call that is awaited suspends the handler.");
        Assert.Equal("all quiet", await client.GetActor<ILighthouse>("lambda").WatchAsync(1));
    }
}
