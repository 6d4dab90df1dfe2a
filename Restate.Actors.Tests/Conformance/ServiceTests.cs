using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

/// <summary>What the conformance services must do, whatever the configuration of the server.</summary>
public abstract class ServiceTests(ConformanceRig rig)
{
    private const string Failure = """{"errorMessage":"my error: ünï","metadata":{"key1":"value1","key2":"ü"}}""";

    private ConformanceClient Client => rig.Client;

    [Fact]
    public async Task Counter_Calls_AddUp()
    {
        var key = NewKey();

        Assert.Equal("0", await Client.CallAsync($"Counter/{key}/get"));
        Assert.Equal("""{"oldValue":0,"newValue":5}""", await Client.CallAsync($"Counter/{key}/add", "5"));
        Assert.Equal("""{"oldValue":5,"newValue":3}""", await Client.CallAsync($"Counter/{key}/add", "-2"));
        Assert.Equal("3", await Client.CallAsync($"Counter/{key}/get"));
        Assert.Equal("", await Client.CallAsync($"Counter/{key}/reset"));
        Assert.Equal("0", await Client.CallAsync($"Counter/{key}/get"));
    }

    [Fact]
    public async Task Counter_AddThenFail_AdditionStaysAndMessageIsTheKey()
    {
        var key = $"{NewKey()} ü/日本%";
        var escaped = Uri.EscapeDataString(key);

        var error = await Client.FailAsync($"Counter/{escaped}/addThenFail", "7");

        Assert.Equal(key, (string?)error["message"]);
        Assert.Equal(500, (int?)error["code"]);
        Assert.Equal("7", await Client.CallAsync($"Counter/{escaped}/get"));
    }

    [Fact]
    public async Task Counter_ManyAtOnce_EachCounts()
    {
        var key = NewKey();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Client.CallAsync($"Counter/{key}/add", "1")));

        Assert.Equal("50", await Client.CallAsync($"Counter/{key}/get"));
    }

    [Fact]
    public async Task Counter_MalformedInput_400()
    {
        var error = await Client.FailAsync($"Counter/{NewKey()}/add", "\"no number\"");

        Assert.Equal(400, (int?)error["code"]);
    }

    [Fact]
    public async Task ListObject_Calls_KeepTheOrder()
    {
        var key = NewKey();

        Assert.Equal("[]", await Client.CallAsync($"ListObject/{key}/get"));
        await Client.CallAsync($"ListObject/{key}/append", "\"b\"");
        await Client.CallAsync($"ListObject/{key}/append", "\"a\"");

        Assert.Equal("""["b","a"]""", await Client.CallAsync($"ListObject/{key}/get"));
        Assert.Equal("""["b","a"]""", await Client.CallAsync($"ListObject/{key}/clear"));
        Assert.Equal("[]", await Client.CallAsync($"ListObject/{key}/get"));
    }

    [Fact]
    [Capability("State", "Clear all, list keys")]
    public async Task MapObject_Calls_EachEntryIsAStateKey()
    {
        var key = NewKey();

        Assert.Equal("\"\"", await Client.CallAsync($"MapObject/{key}/get", "\"one\""));
        await Client.CallAsync($"MapObject/{key}/set", """{"key":"one","value":"1"}""");
        await Client.CallAsync($"MapObject/{key}/set", """{"key":"two","value":"2"}""");
        await Client.CallAsync($"MapObject/{key}/set", """{"key":"one","value":"eins"}""");
        Assert.Equal("\"eins\"", await Client.CallAsync($"MapObject/{key}/get", "\"one\""));
        var rows = await rig.Server.Admin.QueryAsync($"SELECT key, value_utf8 FROM state WHERE service_name = 'MapObject' AND service_key = '{key}' ORDER BY key");
        Assert.Equal(["one=\"eins\"", "two=\"2\""], rows.Select(row => $"{row["key"]}={row["value_utf8"]}"));

        var entries = JsonNode.Parse(await Client.CallAsync($"MapObject/{key}/clearAll"))!.AsArray();

        Assert.Equal(["one=eins", "two=2"], entries.Select(entry => $"{entry!["key"]}={entry["value"]}").Order(StringComparer.Ordinal));
        Assert.Equal("[]", await Client.CallAsync($"MapObject/{key}/clearAll"));
    }

    [Fact]
    public async Task BlockAndWaitWorkflow_Run_WaitsForThePromise()
    {
        var key = NewKey();
        Assert.True(await Client.CallAsync($"BlockAndWaitWorkflow/{key}/getState") is "" or "null");
        var id = await Client.SendAsync($"BlockAndWaitWorkflow/{key}/run", "\"in\"");
        await Client.WaitUntilAsync(async () => await Client.CallAsync($"BlockAndWaitWorkflow/{key}/getState") == "\"in\"", "the input is stored");

        await Client.CallAsync($"BlockAndWaitWorkflow/{key}/unblock", "\"out\"");

        Assert.Equal("\"out\"", (await Client.AttachAsync(id)).Text);
        Assert.Equal("\"in\"", await Client.CallAsync($"BlockAndWaitWorkflow/{key}/getState"));
        Assert.Equal(409, (int?)(await Client.FailAsync($"BlockAndWaitWorkflow/{key}/unblock", "\"again\""))["code"]);
    }

    [Fact]
    public async Task Proxy_Call_BytesPassUnchanged()
    {
        var key = NewKey();
        await Client.CallAsync($"Counter/{key}/add", "4");

        Assert.Equal("4", Text(await Client.CallAsync("Proxy/call", Request("Counter", key, "get", ""))));
        Assert.Equal("\"héh\"", Unescape(Text(await Client.CallAsync("Proxy/call", Request("TestUtilsService", null, "echo", "\"héh\"")))));
        Assert.Equal("[0,127,128,255]", await Client.CallAsync(
            "Proxy/call", """{"serviceName":"TestUtilsService","handlerName":"rawEcho","message":[0,127,-128,255]}"""));
        Assert.Equal("[]", await Client.CallAsync("Proxy/call", """{"serviceName":"TestUtilsService","handlerName":"rawEcho","message":[]}"""));
    }

    [Fact]
    public async Task Proxy_CallThatFails_ErrorIsPassedOn()
    {
        var error = await Client.FailAsync("Proxy/call", Request("Failing", NewKey(), "terminallyFailingCall", Failure));

        AssertIsFailure(error);
    }

    [Fact]
    public async Task Proxy_OneWayCall_GivesTheInvocationId()
    {
        var key = NewKey();

        var id = JsonSerializer.Deserialize<string>(await Client.CallAsync("Proxy/oneWayCall", Request("Counter", key, "add", "2")))!;

        Assert.StartsWith("inv_", id, StringComparison.Ordinal);
        Assert.Equal("""{"oldValue":0,"newValue":2}""", (await Client.AttachAsync(id)).Text);
    }

    [Fact]
    public async Task Proxy_OneWayCallWithDelay_ServerWaits()
    {
        var key = NewKey();

        var id = JsonSerializer.Deserialize<string>(await Client.CallAsync("Proxy/oneWayCall", Request("Counter", key, "add", "2", "\"delayMillis\":400")))!;

        Assert.Equal("0", await Client.CallAsync($"Counter/{key}/get"));
        Assert.Equal("""{"oldValue":0,"newValue":2}""", (await Client.AttachAsync(id)).Text);
    }

    [Theory]
    [InlineData("call", "call")]
    [InlineData("oneWayCall", "call")]
    [InlineData("oneWayCall", "oneWayCall")]
    public async Task Proxy_SameIdempotencyKey_RunsOnce(string first, string second)
    {
        var key = NewKey();
        var request = Request("Counter", key, "add", "2", $"\"idempotencyKey\":\"{NewKey()}\"");

        await Client.CallAsync($"Proxy/{first}", request);
        await Client.CallAsync($"Proxy/{second}", request);

        await Client.WaitUntilAsync(async () => await Client.CallAsync($"Counter/{key}/get") == "2", "the counter is 2");
        Assert.Equal("""{"oldValue":2,"newValue":3}""", await Client.CallAsync($"Counter/{key}/add", "1"));
    }

    [Fact]
    public async Task Proxy_ManyCalls_ArriveInOrder()
    {
        var key = NewKey();
        var calls = Enumerable.Range(0, 12).Select(i =>
            $$"""{"proxyRequest":{{Request("ListObject", key, "append", $"\"{i}\"")}},"oneWayCall":{{Bool(i % 3 == 0)}},"awaitAtTheEnd":{{Bool(i % 2 == 0)}}}""");

        Assert.Equal("", await Client.CallAsync("Proxy/manyCalls", $"[{string.Join(",", calls)}]"));

        await Client.WaitUntilAsync(
            async () => await Client.CallAsync($"ListObject/{key}/get") == """["0","1","2","3","4","5","6","7","8","9","10","11"]""", "all are appended");
    }

    [Fact]
    public async Task TestUtils_Echoes_GiveTheInputBack()
    {
        Assert.Equal("\"a b ü 日本 😀\"", Unescape(await Client.CallAsync("TestUtilsService/echo", "\"a b ü 日本 😀\"")));
        Assert.Equal("\"ABI\"", await Client.CallAsync("TestUtilsService/uppercaseEcho", "\"abi\""));
    }

    [Fact]
    public async Task TestUtils_EchoHeaders_ThoseOfTheRequest()
    {
        var answer = await rig.Server.Ingress.PostAsync("/TestUtilsService/echoHeaders", ("X-My-Header", "my value"), ("x-other", "1"));

        var headers = JsonNode.Parse(answer.Body.Span)!;
        Assert.Equal("my value", (string?)headers["x-my-header"]);
        Assert.Equal("1", (string?)headers["x-other"]);
    }

    [Fact]
    public async Task TestUtils_RawEcho_Bytes()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();

        var answer = await rig.Server.Ingress.SendAsync(HttpMethod.Post, "/TestUtilsService/rawEcho", bytes, ("content-type", "application/octet-stream"));
        var empty = await rig.Server.Ingress.SendAsync(HttpMethod.Post, "/TestUtilsService/rawEcho", Array.Empty<byte>(), ("content-type", "application/octet-stream"));

        Assert.Equal(bytes, answer.Body.ToArray());
        Assert.Equal("application/octet-stream", answer.Headers["content-type"]);
        Assert.Equal(HttpStatusCode.OK, empty.Status);
        Assert.Equal(0, empty.Body.Length);
        Assert.Equal("application/octet-stream", empty.Headers["content-type"]);
    }

    [Fact]
    public async Task TestUtils_CountExecutedSideEffects_NoneInTheLastAttemptWhenSuspending()
    {
        var executed = int.Parse(await Client.CallAsync("TestUtilsService/countExecutedSideEffects", "3"), CultureInfo.InvariantCulture);

        Assert.InRange(executed, 0, rig.AlwaysSuspends ? 0 : 3);
    }

    [Theory]
    [Capability("Errors", "Metadata on terminal error")]
    [InlineData("terminallyFailingCall")]
    [InlineData("callTerminallyFailingCall")]
    [InlineData("terminallyFailingSideEffect")]
    public async Task Failing_Terminally_MessageAndMetadataReachTheCaller(string handler)
    {
        AssertIsFailure(await Client.FailAsync($"Failing/{NewKey()}/{handler}", Failure));
    }

    [Theory]
    [InlineData("terminallyFailingCall")]
    [InlineData("callTerminallyFailingCall")]
    [InlineData("terminallyFailingSideEffect")]
    public async Task Failing_WithoutMetadata_MessageReachesTheCaller(string handler)
    {
        var error = await Client.FailAsync($"Failing/{NewKey()}/{handler}", """{"errorMessage":"x","metadata":null,"unknown":1}""");

        Assert.Equal("x", (string?)error["message"]);
        Assert.Empty(error["metadata"]?.AsObject() ?? []);
    }

    [Fact]
    public async Task Failing_EventualSuccess_FourAttempts()
    {
        Assert.Equal("4", await Client.CallAsync($"Failing/{NewKey()}/failingCallWithEventualSuccess"));
    }

    [Fact]
    public async Task Failing_StepThatSucceedsAtLast_HasNoLimit()
    {
        var attempts = int.Parse(await Client.CallAsync($"Failing/{NewKey()}/sideEffectSucceedsAfterGivenAttempts", "20"), CultureInfo.InvariantCulture);

        Assert.True(attempts >= 20);
    }

    [Fact]
    public async Task Failing_StepThatGivesUp_TerminalError()
    {
        var attempts = int.Parse(await Client.CallAsync($"Failing/{NewKey()}/sideEffectFailsAfterGivenAttempts", "3"), CultureInfo.InvariantCulture);

        Assert.True(attempts >= 3);
    }

    [Theory]
    [InlineData("CALL", true)]
    [InlineData("SLEEP", true)]
    [InlineData("AWAKEABLE", true)]
    [InlineData("CALL", false)]
    [InlineData("SLEEP", false)]
    [InlineData("AWAKEABLE", false)]
    public async Task Cancel_Runner_ReachesTheTree(string operation, bool byAdmin)
    {
        var key = NewKey();
        var id = await Client.SendAsync($"CancelTestRunner/{key}/startTest", $"\"{operation}\"");
        await UnlockAsync(key);

        await Client.WaitUntilAsync(
            async () =>
            {
                await (byAdmin ? rig.Server.Admin.Client.Invocations.CancelAsync(id) : Client.CallAsync("TestUtilsService/cancelInvocation", $"\"{id}\""));
                return await IsAnsweredAsync($"CancelTestRunner/{key}/verifyTest", "true");
            },
            "the runner is cancelled");

        await Client.CallAsync($"CancelTestBlockingService/{key}/isUnlocked");
    }

    [Fact]
    public async Task Kill_Runner_ReachesTheTree()
    {
        var key = NewKey();
        var id = await Client.SendAsync($"KillTestRunner/{key}/startCallTree");
        await UnlockAsync(key);

        await rig.Server.Admin.KillAsync(id);

        await Client.CallAsync($"KillTestSingleton/{key}/isUnlocked");
    }

    [Fact]
    public async Task AwakeableHolder_NothingHeld_TerminalError()
    {
        var key = NewKey();

        Assert.Equal("false", await Client.CallAsync($"AwakeableHolder/{key}/hasAwakeable"));
        Assert.Equal(500, (int?)(await Client.FailAsync($"AwakeableHolder/{key}/unlock", "\"x\""))["code"]);
    }

    [Fact]
    public async Task Helper_Handlers_Answer()
    {
        Assert.Equal("", await Client.CallAsync("ServiceInterpreterHelper/ping"));
        Assert.Equal("\"x\"", await Client.CallAsync("ServiceInterpreterHelper/echo", "\"x\""));
        Assert.Equal("\"y\"", await Client.CallAsync("ServiceInterpreterHelper/echoLater", """{"sleep":30,"parameter":"y"}"""));
        Assert.Equal("bye", (string?)(await Client.FailAsync("ServiceInterpreterHelper/terminalFailure"))["message"]);
    }

    [Fact]
    public async Task ObjectInterpreter_EveryKind_CountersAreThoseOfTheModel()
    {
        var programs = ProgramModel.EveryKind(NewKey());

        await programs.RunAsync(Client);

        await programs.VerifyAsync(Client);
    }

    [Theory]
    [InlineData("""{"kind":15,"index":0}""")]
    [InlineData("""{"kind":7},{"kind":15,"index":0},{"kind":15,"index":0}""")]
    public async Task ObjectInterpreter_NothingDeferred_TerminalError(string commands)
    {
        await Client.FailAsync($"ObjectInterpreterL0/{NewKey()}/interpret", $$"""{"commands":[{{commands}}]}""");
    }

    [Theory]
    [Capability("Testing", "Conformance suite run")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ObjectInterpreter_RandomPrograms_CountersAreThoseOfTheModel(int seed)
    {
        var programs = ProgramModel.CreateRandom(seed, NewKey(), programs: 8, commands: 12);

        await programs.RunAsync(Client);

        await programs.VerifyAsync(Client);
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Text(string numbers) => Encoding.UTF8.GetString([.. JsonSerializer.Deserialize<int[]>(numbers)!.Select(value => (byte)value)]);

    private static string Unescape(string json) => $"\"{JsonSerializer.Deserialize<string>(json)}\"";

    private static string Request(string service, string? key, string handler, string message, string? more = null)
    {
        var bytes = string.Join(",", Encoding.UTF8.GetBytes(message).Select(value => (sbyte)value));
        var keyProperty = key is null ? "" : $"\"virtualObjectKey\":\"{key}\",";
        return $$"""{"serviceName":"{{service}}",{{keyProperty}}"handlerName":"{{handler}}","message":[{{bytes}}]{{(more is null ? "" : $",{more}")}}}""";
    }

    private static void AssertIsFailure(JsonNode error)
    {
        Assert.Equal("my error: ünï", (string?)error["message"]);
        Assert.Equal(500, (int?)error["code"]);
        Assert.Equal("value1", (string?)error["metadata"]?["key1"]);
        Assert.Equal("ü", (string?)error["metadata"]?["key2"]);
    }

    private async Task UnlockAsync(string key)
    {
        await Client.WaitUntilAsync(async () => await Client.CallAsync($"AwakeableHolder/{key}/hasAwakeable") == "true", "an awakeable is held");
        await Client.CallAsync($"AwakeableHolder/{key}/unlock", "\"go\"");
    }

    // The object may be taken for as long as the cancellation does not arrive; the test must send another one meanwhile.
    private async Task<bool> IsAnsweredAsync(string target, string expected)
    {
        var id = await Client.SendAsync(target);
        for (var attempt = 0; attempt < 25; attempt++)
        {
            var output = await rig.Server.Ingress.SendAsync(HttpMethod.Get, $"/restate/invocation/{id}/output");
            if (output.Status == HttpStatusCode.OK)
            {
                return output.Text == expected;
            }

            await Task.Delay(20);
        }

        return false;
    }
}
