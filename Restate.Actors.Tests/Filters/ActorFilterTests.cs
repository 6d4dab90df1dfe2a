using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Filters;

/// <summary>Filters around handlers: deterministic, replayed, able to refuse.</summary>
public sealed class ActorFilterTests
{
    private readonly FilterScript _script = new();

    [Fact]
    public async Task Filters_Several_AreNestedInTheirOrderAndThoseOfTheClassAreInnermost()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>().AddFilter<InnerFilter>());
        _script.Incoming = async (_, next) =>
        {
            _script.Notes.Add("outer in");
            await next();
            _script.Notes.Add("outer out");
        };

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Filtered", "Nothing", "") with { Key = "" });

        Assert.Equal(["OutputCommand value=", "End"], await peer.FinishAsync());
        Assert.Equal(["outer in", "inner in", "own in", "nothing", "own out", "inner out", "outer out"], _script.Notes);
    }

    [Fact]
    public async Task Attribute_OtherClass_IsNotAffected()
    {
        await using var host = FilterHost.Create(_script, static _ => { });

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "" });

        await peer.FinishAsync();
        Assert.Empty(_script.Notes);
    }

    [Fact]
    public async Task Context_OneParameter_TellsTheCall()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>());
        _script.Incoming = async (context, next) =>
        {
            _script.Notes.Add($"{context.Service}/{context.Handler} '{context.Key}' {context.MethodName} {context.ContractType.Name} {context.ActorType.Name}");
            _script.Notes.Add($"{context.Argument} {context.Request.FindHeader("H")} {context.Result ?? "none"} {context.TryGetArgument<int>("value", out var _)}");
            await next();
            _script.Notes.Add($"{context.Result}");
        };
        var journal = new JournalScript("Engine.Object", "Run") { Entries = [WireFrame.Input("\"in\"", ("h", "v"))] };

        var peer = AttemptPeer.Start(host, journal);

        Assert.Equal(["OutputCommand value=\"in\"", "End"], await peer.FinishAsync());
        Assert.Equal(["Engine.Object/Run 'k' RunAsync IScriptedObject ScriptedObject", "in v none False", "in"], _script.Notes);
    }

    [Fact]
    public async Task Context_SeveralParameters_AreReadByName()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>());
        _script.Incoming = (context, next) =>
        {
            Assert.Null(context.Argument);
            Assert.True(context.TryGetArgument<string>("first", out var first));
            Assert.True(context.TryGetArgument<int>("second", out var second));
            Assert.False(context.TryGetArgument<bool>("third", out _));
            _script.Notes.Add($"{first} {second}");
            return next();
        };

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Filtered", "Join", """{"first":"a","second":2}""") with { Key = "" });

        Assert.Equal(["OutputCommand value=\"a2True\"", "End"], await peer.FinishAsync());
        Assert.Equal("a 2", _script.Notes[0]);
    }

    [Fact]
    public async Task Refusal_ActorIsNotCreatedAndTheCallerGetsTheFailure()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>());
        _script.Incoming = static (_, _) => throw new TerminalException("not for you", 403);
        host.Script.Construction = () => _script.Notes.Add("created");

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.Equal(["OutputCommand failure=403:not for you", "End"], await peer.FinishAsync());
        Assert.Empty(_script.Notes);
    }

    [Fact]
    public async Task OtherException_AttemptFailsAndIsRetried()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>());
        _script.Incoming = static (_, _) => Task.FromException(new IOException("down"));

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.StartsWith("Error code=500 message=down stacktrace=System.IO.IOException", Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hooks", "Around handler")]
    public async Task DurableOperations_BeforeAndAfter_AreJournaledAndReplayed()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>());
        _script.Incoming = async (context, next) =>
        {
            var user = await context.Context.CreateAwakeable<string>().Task;
            _script.Notes.Add($"asked {user}");
            await next();
            await context.Context.Actors.GetActor<IGreeter>().GreetAsync(user);
            _script.Notes.Add("told");
        };
        host.Script.Handler = async (context, input) =>
        {
            await context.CreateAwakeable<int>().Task;
            return input;
        };
        var first = AttemptPeer.Start(host, JournalScript.Object(), isInputClosed: true);
        Assert.Equal("Suspension waiting_signals=[17,1]", Assert.Single(first.Take()));

        var second = AttemptPeer.Start(host, JournalScript.Object().With(WireFrame.Signal(17, "\"ann\""), WireFrame.Signal(18, "1")));
        Assert.StartsWith("CallCommand service_name=Engine.Greeter handler_name=Greet parameter=\"ann\"", Assert.Single(second.Take()), StringComparison.Ordinal);
        Assert.Equal(["asked ann"], _script.Notes);
        second.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "\"hi\""));

        Assert.Equal(["OutputCommand value=\"in\"", "End"], await second.FinishAsync());
        Assert.Equal(["End"], await second.Retry().FinishAsync());
        Assert.Equal(["asked ann", "told", "asked ann", "told"], _script.Notes);
    }

    [Fact]
    public async Task Result_Replaced_IsWritten()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>());
        _script.Incoming = static async (context, next) =>
        {
            await next();
            context.Result = (int)context.Result! + 1;
        };

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Filtered", "Double", "4") with { Key = "" });

        Assert.Equal(["OutputCommand value=9", "End"], await peer.FinishAsync());
    }

    [Fact]
    public async Task Result_InPlaceOfTheHandler_IsWritten()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>());
        _script.Incoming = static (context, _) =>
        {
            context.Result = 7;
            return Task.CompletedTask;
        };

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Filtered", "Double", "4") with { Key = "" });

        Assert.Equal(["OutputCommand value=7", "End"], await peer.FinishAsync());
        Assert.Empty(_script.Notes);
    }

    [Fact]
    public async Task Mistakes_OfFilters_SaySo()
    {
        Assert.StartsWith(
            "Error code=500 message=The filter Restate.Actors.Tests.Filters.ScriptedFilter has neither called next() nor set the result of Engine.Filtered/Double. To refuse a call throw a TerminalException.",
            await MessageAsync(static (_, _) => Task.CompletedTask), StringComparison.Ordinal);
        Assert.StartsWith(
            "Error code=500 message=The filter Restate.Actors.Tests.Filters.ScriptedFilter called next() twice; it may be called once.",
            await MessageAsync(static async (_, next) =>
            {
                await next();
                await next();
            }), StringComparison.Ordinal);
        Assert.StartsWith(
            "Error code=500 message=The filter Restate.Actors.Tests.Filters.ScriptedFilter returned null in place of a task.",
            await MessageAsync(static (_, _) => Nothing<Task>()!), StringComparison.Ordinal);
        Assert.StartsWith(
            "Error code=500 message=The result of Engine.Filtered/Double is a System.Int32; a filter set System.String.",
            await MessageAsync(static (context, _) =>
            {
                context.Result = "text";
                return Task.CompletedTask;
            }), StringComparison.Ordinal);
    }

    private static T? Nothing<T>()
        where T : class => null;

    private async Task<string> MessageAsync(Func<ActorCallContext, Func<Task>, Task> filter)
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddFilter<ScriptedFilter>());
        _script.Incoming = filter;
        return Assert.Single(await AttemptPeer.Start(host, JournalScript.Of("Engine.Filtered", "Double", "4") with { Key = "" }).FinishAsync());
    }
}
