using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

public sealed class ScopeTests(ScopeTests.Rig rig) : IClassFixture<ScopeTests.Rig>
{
    [Fact]
    public async Task Invocation_OnThisServer_SpeaksVersion7()
    {
        var id = await rig.Client.SendAsync("Counter/version/add", "1");
        await rig.Client.AttachAsync(id);

        var row = (await rig.Server.Admin.QueryAsync($"SELECT pinned_service_protocol_version v FROM sys_invocation WHERE id = '{id}'")).Single();

        Assert.Equal(7, (int?)row["v"]);
    }

    [Theory]
    [Capability("Calls and sends from a handler", "Call in a scope, limit key")]
    [InlineData("call")]
    [InlineData("oneWayCall")]
    public async Task Proxy_ScopeAndLimitKey_AreHandedOn(string handler)
    {
        var scope = $"s{Guid.NewGuid():N}";
        var message = string.Join(",", Encoding.UTF8.GetBytes("\"hi\""));

        await rig.Client.CallAsync(
            $"Proxy/{handler}",
            $$"""{"serviceName":"TestUtilsService","handlerName":"echo","message":[{{message}}],"scope":"{{scope}}","limitKey":"a/b","idempotencyKey":"i-{{scope}}"}""");

        var row = (await rig.Server.Admin.QueryAsync(
            $"SELECT scope, limit_key, idempotency_key FROM sys_invocation WHERE target_service_name = 'TestUtilsService' AND scope = '{scope}'")).Single();
        Assert.Equal((scope, "a/b", $"i-{scope}"), ((string?)row["scope"], (string?)row["limit_key"], (string?)row["idempotency_key"]));
    }

    [Theory]
    [Capability("Request information", "Scope, limit key, idempotency key of this request (v7)")]
    [InlineData("CallInScope", "typed")]
    [InlineData("SendInScope", "sent")]
    [InlineData("CallByName", "by-name")]
    public async Task Request_InAScope_CalleeSeesScopeAndKeys(string handler, string idempotencyKey)
    {
        await using var host = await StartProbeAsync();
        await rig.Server.Admin.RegisterAsync(new Uri(host.Urls.Single()));
        var scope = $"s{Guid.NewGuid():N}";

        var answer = await rig.Client.CallAsync($"RequestProbe/{handler}", $$"""{"scope":"{{scope}}","limitKey":"a/b"}""");

        Assert.Equal($"\"{scope} a/b {idempotencyKey}\"", answer);
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Call in a scope, limit key")]
    public async Task Rule_OfTheScopeAndLimitKey_BoundsWhatRunsAtOnce()
    {
        var scope = $"s{Guid.NewGuid():N}";
        var rule = await rig.Server.Admin.SendAsync(
            HttpMethod.Put, "/limits/rules", $$$"""[{"pattern":"{{{scope}}}/k","limits":{"concurrency":1},"precondition":{"type":"none"}}]""");
        Assert.Equal(HttpStatusCode.OK, rule.Status);
        var input = string.Join(",", Encoding.UTF8.GetBytes("""{"sleep":150,"parameter":"x"}"""));
        var request = $$"""{"serviceName":"ServiceInterpreterHelper","handlerName":"echoLater","message":[{{input}}],"scope":"{{scope}}","limitKey":"k"}""";

        var ids = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => rig.Client.CallAsync("Proxy/oneWayCall", request)));
        foreach (var id in ids)
        {
            Assert.Equal("\"x\"", (await rig.Client.AttachAsync(JsonSerializer.Deserialize<string>(id)!)).Text);
        }

        var rows = await rig.Server.Admin.QueryAsync(
            $"SELECT running_at, completed_at FROM sys_invocation WHERE scope = '{scope}' ORDER BY running_at");
        var times = rows.Select(row => (Start: row["running_at"]!.ToString(), End: row["completed_at"]!.ToString())).ToArray();
        Assert.Equal(3, times.Length);
        Assert.True(string.CompareOrdinal(times[0].End, times[1].Start) <= 0 && string.CompareOrdinal(times[1].End, times[2].Start) <= 0, string.Join(" ", times));
    }

    [Fact]
    public async Task Scope_BelowVersion7_AttemptFailsWith573()
    {
        await using var server = await RestateServer.StartAsync(Configurations.Default);
        await using var app = await ConformanceApp.StartAsync();
        await server.Admin.RegisterAsync(app.Uri);
        var client = new ConformanceClient(server, app);

        var id = await client.SendAsync("Proxy/call", """{"serviceName":"TestUtilsService","handlerName":"rawEcho","message":[],"scope":"s"}""");

        var failure = "";
        await client.WaitUntilAsync(
            async () =>
            {
                var rows = await server.Admin.QueryAsync($"SELECT last_failure f FROM sys_invocation WHERE id = '{id}'");
                failure = (string?)rows.Single()["f"] ?? "";
                return failure.Length > 0;
            },
            "the attempt fails");
        Assert.Contains("[573", failure, StringComparison.Ordinal);
        await server.Admin.KillAsync(id);
    }

    private static async Task<WebApplication> StartProbeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Services.AddRestateActors(options => options.Services = ["RequestProbe"]).AddGeneratedActors();
        var app = builder.Build();
        app.MapRestateActors();
        await app.StartAsync();
        return app;
    }

    public sealed class Rig() : ConformanceRig(Configurations.Protocol7);
}
