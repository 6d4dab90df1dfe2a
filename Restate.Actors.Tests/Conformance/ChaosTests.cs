using System.Net;
using System.Text.Json.Nodes;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

/// <summary>Random programs while processes are killed: in the end each counter is that of the model, once and not twice.</summary>
[Collection("Conformance chaos")]
public sealed class ChaosTests
{
    private const int Kills = 4;

    /// <summary>Who is killed, under which configuration, with which programs.</summary>
    /// <remarks>One run for each victim, or all with as many seeds as the environment variable <c>CHAOS_SEEDS</c> says.</remarks>
    public static TheoryData<string, string, int> Runs { get; } = CreateRuns();

    [Theory]
    [Capability("Soundness", "Endpoint and server may be killed under load")]
    [MemberData(nameof(Runs))]
    public Task Kill_MidProgram_CountersAreThoseOfTheModel(string victim, string configuration, int seed)
    {
        var kills = 0;
        return RunAsync(seed, configuration, async (server, app) =>
        {
            kills++;
            if (victim == "server" || (victim == "both" && kills % 2 == 0))
            {
                await server.RestartAsync(kill: true);
                return;
            }

            await app.KillAsync();
            await app.StartAgainAsync();
        });
    }

    private static TheoryData<string, string, int> CreateRuns()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("CHAOS_SEEDS"), out var seeds))
        {
            return new TheoryData<string, string, int>
            {
                { "app", nameof(Configurations.LazyStateAlwaysSuspending), 1 },
                { "server", nameof(Configurations.Default), 2 },
                { "both", nameof(Configurations.Protocol7), 3 },
            };
        }

        string[] configurations = [nameof(Configurations.Default), nameof(Configurations.LazyStateAlwaysSuspending), nameof(Configurations.Protocol7)];
        var runs = new TheoryData<string, string, int>();
        foreach (var victim in new[] { "app", "server", "both" })
        {
            foreach (var configuration in configurations)
            {
                for (var seed = 0; seed < seeds; seed++)
                {
                    runs.Add(victim, configuration, seed);
                }
            }
        }

        return runs;
    }

    private static async Task RunAsync(int seed, string configuration, Func<RestateServer, ConformanceApp, Task> disturb)
    {
        var settings = configuration switch
        {
            nameof(Configurations.LazyStateAlwaysSuspending) => Configurations.LazyStateAlwaysSuspending,
            nameof(Configurations.Protocol7) => Configurations.Protocol7,
            _ => Configurations.Default,
        };
        await using var server = await RestateServer.StartAsync(settings);
        await using var app = await ConformanceApp.StartAsync();
        await server.Admin.RegisterAsync(app.Uri);
        var client = new ConformanceClient(server, app);
        var random = new Random(seed);
        var programs = ProgramModel.CreateRandom(seed, $"{random.Next():x8}", programs: 40, commands: 15);
        await programs.SendAsync(client);

        var interrupted = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(20, 300));
            interrupted += await CountOpenAsync(server, client);
            await disturb(server, app);
        }

        Assert.NotEqual(0, interrupted);
        await programs.VerifyAsync(client);
        await client.WaitUntilAsync(async () => await CountOpenAsync(server, client) == 0, "no invocation is left");
        await programs.VerifyAsync(client);
        Assert.Empty(await server.Admin.QueryAsync("SELECT id, completion_failure FROM sys_invocation WHERE completion_result = 'failure' AND target_service_name LIKE 'ObjectInterpreter%'"));
    }

    // Just started, a server answers queries with an error until it has found its partitions.
    private static async Task<int> CountOpenAsync(RestateServer server, ConformanceClient client)
    {
        const string Query = """{"query":"SELECT count(1) n FROM sys_invocation WHERE status != 'completed'"}""";
        RawResponse? answer = null;
        await client.WaitUntilAsync(
            async () => (answer = await server.Admin.SendAsync(HttpMethod.Post, "/query", Query)).Status == HttpStatusCode.OK, "the server answers queries");
        return (int)JsonNode.Parse(answer!.Body.Span)!["rows"]![0]!["n"]!;
    }
}
