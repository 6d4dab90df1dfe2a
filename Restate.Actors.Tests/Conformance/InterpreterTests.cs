using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

/// <summary>Waits and combinations of waits, by programs of the command interpreter.</summary>
public abstract class InterpreterTests(ConformanceRig rig)
{
    private const string Never = """{"type":"createAwakeable","awakeableKey":"never"}""";

    private readonly string _key = Guid.NewGuid().ToString("N");

    private ConformanceClient Client => rig.Client;

    [Fact]
    public async Task Empty_EmptyResult()
    {
        Assert.Equal("", await InterpretAsync());
        Assert.Equal("[]", await Client.CallAsync(Target("getResults")));
    }

    [Theory]
    [InlineData("""{"type":"sleep","timeoutMillis":20}""", "sleep")]
    [InlineData("""{"timeoutMillis":20,"type":"sleep","unknown":{}}""", "sleep")]
    [InlineData("""{"type":"runReturns","value":"ü"}""", "ü")]
    public async Task AwaitOne_Succeeds_Value(string awaitable, string expected)
    {
        Assert.Equal(expected, await InterpretAsync(One(awaitable)));
    }

    [Fact]
    public async Task AwaitOne_RunThrows_FailureAndEarlierResultsStay()
    {
        var error = await Client.FailAsync(
            Target("interpretCommands"), Program(One(Run("a")), One(Throw("my reason")), One(Run("b"))));

        Assert.Equal("my reason", (string?)error["message"]);
        Assert.Equal("""["a"]""", await Client.CallAsync(Target("getResults")));
    }

    [Fact]
    public async Task AwaitOne_AwakeableResolved_Value()
    {
        var id = await StartAsync(One(Awakeable("a")));
        Assert.Equal("false", await Client.CallAsync(Target("hasAwakeable"), "\"other\""));
        await WaitForAwakeableAsync("a");

        await Client.CallAsync(Target("resolveAwakeable"), """{"type":"resolveAwakeable","awakeableKey":"a","value":"v"}""");

        Assert.Equal("v", await ResultAsync(id));
        Assert.Equal("""["v"]""", await Client.CallAsync(Target("getResults")));
    }

    [Fact]
    public async Task AwaitOne_AwakeableRejected_ReasonIsTheMessage()
    {
        var id = await StartAsync(One(Awakeable("a")));
        await WaitForAwakeableAsync("a");

        await Client.CallAsync(Target("rejectAwakeable"), """{"awakeableKey":"a","reason":"no way"}""");

        Assert.Equal("no way", await FailureAsync(id));
    }

    [Fact]
    public async Task AwaitOne_AwakeableResolvedOverHttp_Value()
    {
        var id = await StartAsync(One(Awakeable("a")));
        await WaitForAwakeableAsync("a");
        var rows = await rig.Server.Admin.QueryAsync(
            $"SELECT value_utf8 FROM state WHERE service_name = 'VirtualObjectCommandInterpreter' AND service_key = '{_key}' AND key = 'awk-a'");
        var awakeable = JsonSerializer.Deserialize<string>((string)rows.Single()["value_utf8"]!)!;

        await rig.Server.Ingress.PostJsonAsync($"/restate/awakeables/{awakeable}/resolve", "\"from outside\"");

        Assert.Equal("from outside", await ResultAsync(id));
    }

    [Fact]
    public async Task AwaitOne_Signal_Value()
    {
        var id = await StartAsync(One(Signal("s")));

        await ResolveSignalAsync(id, "s", "v");

        Assert.Equal("v", await ResultAsync(id));
    }

    [Fact]
    public async Task AwaitOne_SignalRejected_ReasonIsTheMessage()
    {
        var id = await StartAsync(One(Signal("s")));

        await RejectSignalAsync(id, "s", "no signal");

        Assert.Equal("no signal", await FailureAsync(id));
    }

    [Fact]
    public async Task AwaitOne_SameSignalTwice_TakenInOrder()
    {
        var id = await StartAsync(One(Signal("s")), One(Signal("s")));

        await ResolveSignalAsync(id, "s", "1");
        await Client.WaitUntilAsync(async () => await Client.CallAsync(Target("getResults")) == """["1"]""", "the first signal is taken");
        await ResolveSignalAsync(id, "s", "2");

        Assert.Equal("2", await ResultAsync(id));
        Assert.Equal("""["1","2"]""", await Client.CallAsync(Target("getResults")));
    }

    [Theory]
    [InlineData("awaitAny")]
    [InlineData("awaitFirstCompleted")]
    [InlineData("awaitAnySuccessful")]
    [InlineData("awaitFirstSucceededOrAllFailed")]
    public async Task Race_OneSucceeds_ItsValue(string type)
    {
        Assert.Equal("sleep", await InterpretAsync(Many(type, Never, Sleep(20), Sleep(3_600_000))));
    }

    [Theory]
    [InlineData("awaitAny")]
    [InlineData("awaitFirstCompleted")]
    [InlineData("awaitAllSucceededOrFirstFailed")]
    public async Task Race_OneFailsFirst_ItsFailure(string type)
    {
        var error = await Client.FailAsync(Target("interpretCommands"), Program(Many(type, Never, Throw("lost"), Sleep(3_600_000))));

        Assert.Equal("lost", (string?)error["message"]);
    }

    [Theory]
    [Capability("Futures and combinators", "Any success, all settled")]
    [InlineData("awaitAnySuccessful")]
    [InlineData("awaitFirstSucceededOrAllFailed")]
    public async Task FirstSuccess_FailureFirst_IsPassedOver(string type)
    {
        var id = await StartAsync(Many(type, Throw("lost"), Signal("s"), Throw("lost too")));
        await ResolveSignalAsync(id, "s", "won");

        Assert.Equal("won", await ResultAsync(id));
    }

    [Theory]
    [InlineData("awaitAnySuccessful")]
    [InlineData("awaitFirstSucceededOrAllFailed")]
    public async Task FirstSuccess_AllFail_TerminalError(string type)
    {
        var id = await StartAsync(Many(type, Throw("one"), Signal("s")));
        await RejectSignalAsync(id, "s", "two");

        Assert.Matches("^(one|two)$", await FailureAsync(id));
    }

    [Fact]
    public async Task AllSucceeded_All_ValuesInListOrder()
    {
        var id = await StartAsync(Many("awaitAllSucceededOrFirstFailed", Signal("a"), Run("b"), Sleep(20), Signal("d")));
        await ResolveSignalAsync(id, "d", "d");
        await ResolveSignalAsync(id, "a", "a");

        Assert.Equal("a|b|sleep|d", await ResultAsync(id));
    }

    [Fact]
    public async Task AllCompleted_MixedOutcomes_EachInListOrder()
    {
        var id = await StartAsync(Many("awaitAllCompleted", Signal("sig0"), Signal("sig1"), Signal("sig2"), Throw("err3")));
        await ResolveSignalAsync(id, "sig2", "val2");
        await RejectSignalAsync(id, "sig1", "err1");
        await ResolveSignalAsync(id, "sig0", "val0");

        Assert.Equal("ok:val0|err:err1|ok:val2|err:err3", await ResultAsync(id));
    }

    [Fact]
    public async Task AwakeableOrTimeout_TimeoutFirst_TerminalError()
    {
        var error = await Client.FailAsync(
            Target("interpretCommands"), Program("""{"type":"awaitAwakeableOrTimeout","awakeableKey":"a","timeoutMillis":30}"""));

        Assert.Contains("await-timeout", (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AwakeableOrTimeout_ResolvedFirst_Value()
    {
        var id = await StartAsync("""{"type":"awaitAwakeableOrTimeout","awakeableKey":"a","timeoutMillis":600000}""", One(Run("after")));
        await WaitForAwakeableAsync("a");

        await Client.CallAsync(Target("resolveAwakeable"), """{"awakeableKey":"a","value":"in time"}""");

        Assert.Equal("after", await ResultAsync(id));
        Assert.Equal("""["in time","after"]""", await Client.CallAsync(Target("getResults")));
    }

    [Theory]
    [InlineData("""{"type":"resolveAwakeable","awakeableKey":"none","value":"v"}""", "resolveAwakeable")]
    [InlineData("""{"type":"rejectAwakeable","awakeableKey":"none","reason":"v"}""", "rejectAwakeable")]
    public async Task CompleteAwakeable_NothingStored_TerminalError(string command, string handler)
    {
        await Client.FailAsync(Target("interpretCommands"), Program(command));
        await Client.FailAsync(Target(handler), command);
    }

    [Fact]
    public async Task CompleteAwakeable_AsCommand_EmptyResult()
    {
        Assert.Equal("", await InterpretAsync(
            Many("awaitAny", Awakeable("a"), Sleep(20)), """{"type":"resolveAwakeable","awakeableKey":"a","value":"late"}"""));
        Assert.Equal("", await InterpretAsync("""{"type":"rejectAwakeable","awakeableKey":"a","reason":"late"}"""));
    }

    [Fact]
    public async Task GetEnvVariable_SetAndUnset_ValueOrEmpty()
    {
        Assert.Equal("v1", await InterpretAsync("""{"type":"getEnvVariable","envName":"E2E_UPGRADETEST_VERSION"}"""));
        Assert.Equal("", await InterpretAsync("""{"type":"getEnvVariable","envName":"NOT_SET_ANYWHERE"}"""));
    }

    [Fact]
    public async Task UnknownCommand_400()
    {
        Assert.Equal(400, (int?)(await Client.FailAsync(Target("interpretCommands"), Program("""{"type":"unheardOf"}""")))["code"]);
    }

    private static string One(string awaitable) => $$"""{"type":"awaitOne","command":{{awaitable}}}""";

    private static string Many(string type, params string[] awaitables) => $$"""{"type":"{{type}}","commands":[{{string.Join(",", awaitables)}}]}""";

    private static string Run(string value) => $$"""{"type":"runReturns","value":"{{value}}"}""";

    private static string Throw(string reason) => $$"""{"type":"runThrowTerminalException","reason":"{{reason}}"}""";

    private static string Sleep(int milliseconds) => $$"""{"type":"sleep","timeoutMillis":{{milliseconds}}}""";

    private static string Signal(string name) => $$"""{"type":"createSignal","signalName":"{{name}}"}""";

    private static string Awakeable(string key) => $$"""{"type":"createAwakeable","awakeableKey":"{{key}}"}""";

    private static string Program(params string[] commands) => $$"""{"commands":[{{string.Join(",", commands)}}]}""";

    private string Target(string handler) => $"VirtualObjectCommandInterpreter/{_key}/{handler}";

    private async Task<string> InterpretAsync(params string[] commands)
    {
        return JsonSerializer.Deserialize<string>(await Client.CallAsync(Target("interpretCommands"), Program(commands)))!;
    }

    private Task<string> StartAsync(params string[] commands) => Client.SendAsync(Target("interpretCommands"), Program(commands));

    private async Task<string> ResultAsync(string invocationId) => JsonSerializer.Deserialize<string>((await Client.AttachAsync(invocationId)).Text)!;

    private async Task<string> FailureAsync(string invocationId) => (string)JsonNode.Parse((await Client.AttachAsync(invocationId)).Text)!["message"]!;

    private Task WaitForAwakeableAsync(string key)
    {
        return Client.WaitUntilAsync(async () => await Client.CallAsync(Target("hasAwakeable"), $"\"{key}\"") == "true", $"there is an awakeable {key}");
    }

    private Task<string> ResolveSignalAsync(string id, string name, string value)
    {
        return Client.CallAsync("TestUtilsService/resolveSignal", $$"""{"invocationId":"{{id}}","signalName":"{{name}}","value":"{{value}}"}""");
    }

    private Task<string> RejectSignalAsync(string id, string name, string reason)
    {
        return Client.CallAsync("TestUtilsService/rejectSignal", $$"""{"invocationId":"{{id}}","signalName":"{{name}}","reason":"{{reason}}"}""");
    }
}
