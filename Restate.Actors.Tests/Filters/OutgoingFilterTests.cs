using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Filters;

/// <summary>Filters around calls and sends.</summary>
public sealed class OutgoingFilterTests
{
    private readonly FilterScript _script = new();

    [Fact]
    [Capability("Hooks", "Around outgoing calls")]
    public async Task CallAndSend_InAHandler_FilterAddsHeaders()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = (call, next) =>
        {
            call.Headers["trace"] = $"{call.Caller!.Request.Service} calls {call.Service}/{call.Handler} {call.Key ?? "-"} {call.IsSend}";
            return next();
        };
        host.Script.Handler = async (context, input) =>
        {
            await context.Actors.GetActor<ICounter>("c").Send(counter => counter.AddAsync(1));
            return await context.Actors.GetActor<IGreeter>().Call(greeter => greeter.GreetAsync(input), new() { Headers = new Dictionary<string, string> { ["own"] = "1" } });
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        string[] commands =
        [
            "OneWayCallCommand service_name=Engine.Counter handler_name=Add parameter=1 headers=[trace:Engine.Basic calls Engine.Counter/Add c True] key=c invocation_id_notification_idx=1",
            "CallCommand service_name=Engine.Greeter handler_name=Greet parameter=\"in\" headers=[own:1,trace:Engine.Basic calls Engine.Greeter/Greet - False] "
                + "invocation_id_notification_idx=2 result_completion_id=3",
        ];
        Assert.Equal(commands.Order(), peer.Take().Order());
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 3, "\"hello\""));
        Assert.Equal(["OutputCommand value=\"hello\"", "End"], await peer.FinishAsync());
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    public async Task Call_FilterWaitsForSomethingDurable_ComesAfterIt()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = async (call, next) =>
        {
            await call.Caller!.CreateAwakeable<int>().Task;
            await next();
            _script.Notes.Add("answered");
        };
        host.Script.Handler = async (context, input) => await context.Actors.GetActor<IGreeter>().GreetAsync(input);
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        Assert.Empty(peer.Take());

        peer.Send(WireFrame.Signal(17, "1"));
        Assert.StartsWith("CallCommand", Assert.Single(peer.Take()), StringComparison.Ordinal);
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "\"hello\""));

        Assert.Equal(["OutputCommand value=\"hello\"", "End"], await peer.FinishAsync());
        Assert.Equal(["answered"], _script.Notes);
    }

    [Fact]
    public async Task Call_AwaitedWithoutContext_StaysInTheHandlersWorld()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = static async (_, next) => await next();
        host.Script.Handler = async (context, input) =>
        {
            var answer = await context.Actors.GetActor<IGreeter>().GreetAsync(input).ConfigureAwait(false);
            context.States.Get<string>("s").Set(answer);
            return await context.Actors.GetActor<IGreeter>().GreetAsync(answer).ConfigureAwait(false);
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());

        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "\"one\""));
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 4, "\"two\""));

        Assert.Equal(["OutputCommand value=\"two\"", "End"], (await peer.FinishAsync())[^2..]);
    }

    [Fact]
    public async Task Call_Fails_FilterAndCallerSeeIt()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = async (_, next) =>
        {
            try
            {
                await next();
            }
            catch (TerminalException error)
            {
                _script.Notes.Add($"{error.Code}");
                throw;
            }
        };
        host.Script.Handler = async (context, input) => await context.Actors.GetActor<IGreeter>().GreetAsync(input);
        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        peer.Send(WireFrame.FailedCompletion(MessageType.CallCompletion, 2, 418, "teapot"));

        Assert.Equal(["OutputCommand failure=418:teapot", "End"], (await peer.FinishAsync())[^2..]);
        Assert.Equal(["418"], _script.Notes);
    }

    [Fact]
    public async Task Call_FilterDoesNotCallNext_SaysSo()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = static (_, _) => Task.CompletedTask;
        host.Script.Handler = async (context, input) => await context.Actors.GetActor<IGreeter>().GreetAsync(input);

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.StartsWith(
            "Error code=500 message=The filter Restate.Actors.Tests.Filters.ScriptedFilter did not call next(), so Engine.Greeter/Greet was not called.",
            Assert.Single(await peer.FinishAsync()), StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hooks", "Around outgoing calls")]
    public async Task ClientOutside_CallsAndSends_FilterAddsHeaders()
    {
        using var host = new Client.ClientHost(services => services.AddSingleton(_script).AddRestateOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = async (call, next) =>
        {
            Assert.Null(call.Caller);
            call.Headers["x-tenant"] = $"{call.Service}.{call.Handler}.{call.IsSend}";
            await next();
            _script.Notes.Add("done");
        };
        host.Server.Succeeds("2").Accepts();

        Assert.Equal(2, await host.Account().BalanceAsync());
        await host.Account().Send(account => account.WithdrawAsync(1), new SendOptions { Headers = new Dictionary<string, string> { ["own"] = "1" } });

        Assert.Equal("Account.Balance.False", host.Server.Requests[0].Header("x-tenant"));
        Assert.Equal("Account.Withdraw.True", host.Server.Requests[1].Header("x-tenant"));
        Assert.Equal("1", host.Server.Requests[1].Header("own"));
        Assert.Equal(["done", "done"], _script.Notes);
    }

    [Fact]
    public async Task CallAndSend_InAHandler_FilterSeesArgumentsAndResults()
    {
        await using var host = FilterHost.Create(_script, builder => builder.AddOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = NoteAsync;
        host.Script.Handler = async (context, input) =>
        {
            await context.Actors.GetActor<IFiltered>().Send(filtered => filtered.JoinAsync("a", 2));
            await context.Actors.GetActor<IFiltered>().NothingAsync();
            return $"{await context.Actors.GetActor<IFiltered>().DoubleAsync(21)}";
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 3, ""));
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 5, "42"));

        Assert.Equal(["OutputCommand value=\"42\"", "End"], (await peer.FinishAsync())[^2..]);
        Assert.Equal(
            ["Join - a 2 True", "Join gave -", "Nothing - none", "Nothing gave -", "Double 21 none", "Double gave 42"],
            _script.Notes);
    }

    [Fact]
    public async Task ClientOutside_FilterSeesArgumentsAndResults()
    {
        using var host = new Client.ClientHost(services => services.AddSingleton(_script).AddRestateOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = NoteAsync;
        host.Server.Succeeds("2").Accepts();

        await host.Account().BalanceAsync();
        await host.Account().Send(account => account.WithdrawAsync(1));

        Assert.Equal(["Balance - none", "Balance gave 2", "Withdraw 1 none", "Withdraw gave -"], _script.Notes);
    }

    [Fact]
    public async Task ClientOutside_FilterSetsAReservedHeader_IsRefused()
    {
        using var host = new Client.ClientHost(services => services.AddSingleton(_script).AddRestateOutgoingFilter<ScriptedFilter>());
        _script.Outgoing = static (call, next) =>
        {
            call.Headers["idempotency-key"] = "1";
            return next();
        };

        await Assert.ThrowsAsync<ArgumentException>(() => host.Account().BalanceAsync().AsTask());
        Assert.Empty(host.Server.Requests);
    }

    private async Task NoteAsync(OutgoingCallContext call, Func<Task> next)
    {
        var arguments = call.TryGetArgument<string>("first", out var first) && call.TryGetArgument<int>("second", out var second) && call.TryGetArgument<bool>("third", out var third)
            ? $"{first} {second} {third}"
            : "none";
        Assert.False(call.TryGetArgument<string>("fourth", out _));
        Assert.Null(call.Result);
        _script.Notes.Add($"{call.Handler} {call.Argument ?? "-"} {arguments}");
        await next();
        _script.Notes.Add($"{call.Handler} gave {call.Result ?? "-"}");
    }
}
