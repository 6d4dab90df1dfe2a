using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Testing;
using Xunit;

namespace Restate.Actors.Tests.Validation;

public sealed class ValidationAndFilterTests
{
    [Fact]
    public async Task InvalidInput_OfOneWhoMayNotCall_IsRefusedByTheFilter()
    {
        await using var host = await StartAsync<Closed>();

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IChecked>().Alone("too long"));

        Assert.Equal((403, "not for you"), (error.Code, error.Message));
    }

    [Fact]
    public async Task InvalidInput_OfOneWhoMayCall_IsRefusedByTheValidation()
    {
        await using var host = await StartAsync<Open>();

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IChecked>().Alone("too long"));

        Assert.Equal(400, error.Code);
        Assert.Contains("text: The field text must be a string with a maximum length of 3.", error.Message, StringComparison.Ordinal);
    }

    private static Task<ActorTestHost> StartAsync<TFilter>()
        where TFilter : class, IActorFilter => ActorTestHost.StartAsync(builder =>
    {
        builder.AddGeneratedActors().ValidateInputs().AddFilter<TFilter>();
        builder.Services.Configure<RestateActorsOptions>(options => options.Services = ["Checked"]);
    });

    private sealed class Closed : IActorFilter
    {
        public Task InvokeAsync(ActorCallContext context, Func<Task> next) => throw new TerminalException("not for you", 403);
    }

    private sealed class Open : IActorFilter
    {
        public Task InvokeAsync(ActorCallContext context, Func<Task> next) => next();
    }
}
