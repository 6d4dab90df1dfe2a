using System.Text.Json.Nodes;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

public sealed class ProcessTests
{
    private static readonly string[] AllServices =
    [
        "AwakeableHolder", "BlockAndWaitWorkflow", "CancelTestBlockingService", "CancelTestRunner", "Counter", "Failing", "KillTestRunner", "KillTestSingleton",
        "ListObject", "MapObject", "NonDeterministic", "ObjectInterpreterL0", "ObjectInterpreterL1", "ObjectInterpreterL2", "Proxy", "ServiceInterpreterHelper",
        "TestUtilsService", "VirtualObjectCommandInterpreter",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData(" , ")]
    public async Task Services_NoneSelected_AllAreDiscovered(string selected)
    {
        await using var app = await ConformanceApp.StartAsync(("SERVICES", selected));

        var services = (await DiscoverAsync(app))["services"]!.AsArray();

        Assert.Equal(AllServices, services.Select(service => (string)service!["name"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Services_Selected_OnlyTheseAreDiscovered()
    {
        await using var app = await ConformanceApp.StartAsync(("SERVICES", "Counter , Proxy"));

        var manifest = await DiscoverAsync(app);

        Assert.Equal(["Counter", "Proxy"], manifest["services"]!.AsArray().Select(service => (string)service!["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal("BIDI_STREAM", (string?)manifest["protocolMode"]);
    }

    [Fact]
    public async Task Services_Unknown_SaysSoAndDoesNotStart()
    {
        var (code, output) = await ConformanceApp.RunToEndAsync(("SERVICES", "Counter,Nonsense"));

        Assert.NotEqual(0, code);
        Assert.Contains("There is no service 'Nonsense'", output, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Testing", "Conformance suite run")]
    public async Task Discovery_Manifest_KindsAndInputsAreThoseOfTheContract()
    {
        await using var app = await ConformanceApp.StartAsync();

        var handlers = (await DiscoverAsync(app))["services"]!.AsArray().SelectMany(service => service!["handlers"]!.AsArray().Select(handler =>
        {
            var kind = (string)service["ty"]! switch { "VIRTUAL_OBJECT" => "VO", "WORKFLOW" => "WF", _ => "S" };
            var input = handler!["input"]!.AsObject();
            var needs = input.Count == 0 ? "-" : $"{input["contentType"]}{((bool)input["required"]! ? "!" : "")}";
            return $"{service["name"]}/{handler["name"]} {kind} {handler["ty"] ?? "-"} {needs}";
        }));

        Assert.Equal(ExpectedHandlers.Split('\n', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal), handlers.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Capability("Hosting", "Graceful shutdown")]
    public async Task Terminate_OpenInvocations_EndsWithinTenSeconds()
    {
        await using var server = await RestateServer.StartAsync(Configurations.Default);
        await using var app = await ConformanceApp.StartAsync();
        await server.Admin.RegisterAsync(app.Uri);
        var client = new ConformanceClient(server, app);
        var id = await client.SendAsync("VirtualObjectCommandInterpreter/k/interpretCommands", """{"commands":[{"type":"awaitOne","command":{"type":"createAwakeable","awakeableKey":"a"}}]}""");
        await client.WaitUntilAsync(
            async () => await client.CallAsync("VirtualObjectCommandInterpreter/k/hasAwakeable", "\"a\"") == "true", "the invocation is open");

        var code = await app.TerminateAsync();
        await app.StartAgainAsync();
        await client.CallAsync("VirtualObjectCommandInterpreter/k/resolveAwakeable", """{"awakeableKey":"a","value":"after restart"}""");

        Assert.Equal(0, code);
        Assert.Equal("\"after restart\"", (await client.AttachAsync(id)).Text);
    }

    private static async Task<JsonNode> DiscoverAsync(ConformanceApp app)
    {
        using var client = new HttpClient
        {
            DefaultRequestVersion = System.Net.HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        client.DefaultRequestHeaders.Add("accept", "application/vnd.restate.endpointmanifest.v3+json, application/vnd.restate.endpointmanifest.v4+json");
        return JsonNode.Parse(await client.GetStringAsync(new Uri(app.Uri, "/discover")))!;
    }

    private const string ExpectedHandlers =
        """
        Counter/add VO EXCLUSIVE application/json!
        Counter/addThenFail VO EXCLUSIVE application/json!
        Counter/get VO SHARED -
        Counter/reset VO EXCLUSIVE -
        ListObject/append VO EXCLUSIVE application/json!
        ListObject/get VO EXCLUSIVE -
        ListObject/clear VO EXCLUSIVE -
        MapObject/set VO EXCLUSIVE application/json!
        MapObject/get VO EXCLUSIVE application/json!
        MapObject/clearAll VO EXCLUSIVE -
        AwakeableHolder/hold VO EXCLUSIVE application/json!
        AwakeableHolder/hasAwakeable VO EXCLUSIVE -
        AwakeableHolder/unlock VO EXCLUSIVE application/json!
        BlockAndWaitWorkflow/run WF WORKFLOW application/json!
        BlockAndWaitWorkflow/unblock WF SHARED application/json!
        BlockAndWaitWorkflow/getState WF SHARED -
        Proxy/call S - application/json!
        Proxy/oneWayCall S - application/json!
        Proxy/manyCalls S - application/json!
        TestUtilsService/echo S - application/json!
        TestUtilsService/uppercaseEcho S - application/json!
        TestUtilsService/echoHeaders S - -
        TestUtilsService/rawEcho S - */*
        TestUtilsService/countExecutedSideEffects S - application/json!
        TestUtilsService/cancelInvocation S - application/json!
        TestUtilsService/resolveSignal S - application/json!
        TestUtilsService/rejectSignal S - application/json!
        Failing/terminallyFailingCall VO EXCLUSIVE application/json!
        Failing/callTerminallyFailingCall VO EXCLUSIVE application/json!
        Failing/terminallyFailingSideEffect VO EXCLUSIVE application/json!
        Failing/failingCallWithEventualSuccess VO EXCLUSIVE -
        Failing/sideEffectSucceedsAfterGivenAttempts VO EXCLUSIVE application/json!
        Failing/sideEffectFailsAfterGivenAttempts VO EXCLUSIVE application/json!
        NonDeterministic/eitherSleepOrCall VO EXCLUSIVE -
        NonDeterministic/callDifferentMethod VO EXCLUSIVE -
        NonDeterministic/backgroundInvokeWithDifferentTargets VO EXCLUSIVE -
        NonDeterministic/setDifferentKey VO EXCLUSIVE -
        CancelTestRunner/startTest VO EXCLUSIVE application/json!
        CancelTestRunner/verifyTest VO EXCLUSIVE -
        CancelTestBlockingService/block VO EXCLUSIVE application/json!
        CancelTestBlockingService/isUnlocked VO EXCLUSIVE -
        KillTestRunner/startCallTree VO EXCLUSIVE -
        KillTestSingleton/recursiveCall VO EXCLUSIVE -
        KillTestSingleton/isUnlocked VO EXCLUSIVE -
        VirtualObjectCommandInterpreter/interpretCommands VO EXCLUSIVE application/json!
        VirtualObjectCommandInterpreter/resolveAwakeable VO SHARED application/json!
        VirtualObjectCommandInterpreter/rejectAwakeable VO SHARED application/json!
        VirtualObjectCommandInterpreter/hasAwakeable VO SHARED application/json!
        VirtualObjectCommandInterpreter/getResults VO SHARED -
        ObjectInterpreterL0/interpret VO EXCLUSIVE application/json!
        ObjectInterpreterL0/counter VO SHARED -
        ObjectInterpreterL1/interpret VO EXCLUSIVE application/json!
        ObjectInterpreterL1/counter VO SHARED -
        ObjectInterpreterL2/interpret VO EXCLUSIVE application/json!
        ObjectInterpreterL2/counter VO SHARED -
        ServiceInterpreterHelper/ping S - -
        ServiceInterpreterHelper/echo S - application/json!
        ServiceInterpreterHelper/echoLater S - application/json!
        ServiceInterpreterHelper/terminalFailure S - -
        ServiceInterpreterHelper/incrementIndirectly S - application/json!
        ServiceInterpreterHelper/resolveAwakeable S - application/json!
        ServiceInterpreterHelper/rejectAwakeable S - application/json!
        ServiceInterpreterHelper/incrementViaAwakeableDance S - application/json!
        """;
}
