using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restate.Actors.Testing;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>The same operations from outside on the in-memory host and on a real server: same answers.</summary>
[Collection(RealServer.Name)]
public sealed class ScenarioTests(TestTools.RestateServerFixture fixture)
{
    [Fact]
    public async Task Scenarios_SameAsOnTheRealServer()
    {
        await using var app = await fixture.Server.Fixture.ServeAsync(AddActors);

        var outcomes = await Task.WhenAll(Scenarios.All.Select(async scenario =>
        {
            var real = await scenario.Value(new Side(app.Client, host: null, fixture.Server.Admin));
            await using var host = await ActorTestHost.StartAsync(AddActors);
            var memory = await scenario.Value(new Side(host.Client, host, admin: null));
            return $"{scenario.Key}\n  in memory: {WithoutIds(memory)}\n  real:      {WithoutIds(real)}";
        }));

        var differences = outcomes.Where(outcome => outcome.Split('\n') is [_, var memory, var real] && memory[13..] != real[13..]);
        Assert.True(!differences.Any(), string.Join('\n', differences));
        Assert.DoesNotContain(outcomes, outcome => outcome.Split('\n').Length != 3);
    }

    private static string WithoutIds(string text) => Regex.Replace(text, @"inv_1\w+", "(id)");

    private static void AddActors(RestateActorsBuilder builder)
    {
        TestHosts.AddActors(builder);
        builder.Services.TryAddSingleton<Trouble>();
        builder.ConfigureDefaults(options => options.RetryInitialInterval = TimeSpan.FromMilliseconds(20));
    }
}
