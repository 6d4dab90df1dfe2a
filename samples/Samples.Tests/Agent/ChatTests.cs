using System.Collections.Concurrent;
using Agent;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Xunit;

namespace Samples.Tests.Agent;

/// <summary>The loop of an agent, with a model that says what the test wants.</summary>
public sealed class ChatTests
{
    private readonly Model _model = new();
    private readonly Oracle _oracle = new();

    [Fact]
    public async Task Ask_ModelKnowsTheAnswer_UsesNoTool()
    {
        await using var host = await StartAsync();
        _model.Replies = [new Reply("hello", [])];

        Assert.Equal("hello", await host.GetActor<IChat>("c-1").Ask("hi"));

        Assert.Equal([new Message("user", "hi"), new Message("assistant", "hello")], await host.GetActor<IChat>("c-1").Messages(0));
    }

    [Fact]
    public async Task Ask_ModelWantsTools_GetsTheirResultsInTheOrderOfTheCalls()
    {
        await using var host = await StartAsync();
        _model.Replies = [new Reply("", [new ToolCall("oracle", "a"), new ToolCall("oracle", "b")]), new Reply("done", [])];

        Assert.Equal("done", await host.GetActor<IChat>("c-1").Ask("hi"));

        Assert.Equal(
            ["call: oracle(a)", "call: oracle(b)", "result: a it is", "result: b it is", "assistant: done"],
            (await host.GetActor<IChat>("c-1").Messages(1)).Select(message => $"{message.Role}: {message.Text}"));
        Assert.Equal(2, _oracle.Keys.Distinct().Count());
    }

    [Theory]
    [InlineData("oracle", "dark", "error: the oracle is silent")]
    [InlineData("crystal ball", "x", "error: there is no crystal ball(x)")]
    [InlineData("wait", "long", "error: there is no wait(long)")]
    [InlineData("wait", "1e99", "error: there is no wait(1e99)")]
    public async Task Ask_ToolCannotHelp_ModelIsTold(string tool, string argument, string told)
    {
        await using var host = await StartAsync();
        _model.Replies = [new Reply("", [new ToolCall(tool, argument)]), new Reply("sorry", [])];

        Assert.Equal("sorry", await host.GetActor<IChat>("c-1").Ask("hi"));

        Assert.Equal(told, (await host.GetActor<IChat>("c-1").Messages(2))[0].Text);
    }

    [Fact]
    public async Task Ask_ModelWaits_MessagesSoFarCanBeRead()
    {
        await using var host = await StartAsync();
        _model.Replies = [new Reply("", [new ToolCall("wait", "3600")]), new Reply("an hour is over", [])];
        var answer = await host.GetActor<IChat>("c-1").Send(chat => chat.Ask("hi", default));
        await host.WhenIdleAsync();

        Assert.Equal(["user", "call"], (await host.GetActor<IChat>("c-1").Messages(0)).Select(message => message.Role));

        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("an hour is over", await answer.AttachAsync());
    }

    [Fact]
    public async Task Ask_NeverEndingModel_IsStopped()
    {
        await using var host = await StartAsync();
        _model.Replies = [.. Enumerable.Repeat(new Reply("", [new ToolCall("oracle", "more")]), 9)];

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IChat>("c-1").Ask("hi"));

        Assert.Equal(422, error.Code);
        Assert.Equal(8, _oracle.Keys.Count);
    }

    private Task<ActorTestHost> StartAsync() => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<IModel>(_model).AddSingleton<ITool>(_oracle),
        options => options.ReplayAlways = true);

    /// <summary>Each thought is asked for once, although every wait is replayed.</summary>
    private sealed class Model : IModel
    {
        private int _next;

        public IReadOnlyList<Reply> Replies { get; set; } = [];

        public Task<Reply> Complete(IReadOnlyList<Message> conversation, CancellationToken cancellationToken) => Task.FromResult(Replies[_next++]);
    }

    private sealed class Oracle : ITool
    {
        public string Name => "oracle";

        public ConcurrentQueue<string> Keys { get; } = new();

        public Task<string> Ask(string argument, string idempotencyKey, CancellationToken cancellationToken)
        {
            Keys.Enqueue(idempotencyKey);
            return argument == "dark" ? throw new TerminalException("the oracle is silent", 422) : Task.FromResult($"{argument} it is");
        }
    }
}
