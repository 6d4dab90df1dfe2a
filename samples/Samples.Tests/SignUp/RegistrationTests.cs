using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using SignUp;
using Xunit;

namespace Samples.Tests.SignUp;

/// <summary>A workflow that waits for a link: three days pass in milliseconds.</summary>
public sealed class RegistrationTests
{
    private readonly SentMails _mails = new();

    [Fact]
    public async Task Run_LinkIsFollowed_IsConfirmed()
    {
        await using var host = await StartAsync();
        var registration = host.GetActor<IRegistration>("anna");
        var run = await registration.Send(r => r.Run("anna@example.com"));
        await host.WhenIdleAsync();

        await registration.Confirm(_mails.Codes.Single());

        Assert.True(await run.AttachAsync());
        Assert.Equal("confirmed", await registration.Status());
    }

    [Fact]
    public async Task Run_NobodyComes_SendsTheLinkTwiceAndExpires()
    {
        await using var host = await StartAsync();
        var start = host.Time.GetUtcNow();
        var registration = host.GetActor<IRegistration>("anna");

        Assert.False(await registration.Run("anna@example.com"));

        Assert.Equal(TimeSpan.FromDays(3), host.Time.GetUtcNow() - start);
        Assert.Equal(2, _mails.Codes.Count);
        Assert.Single(_mails.Codes.Distinct());
        var error = await Assert.ThrowsAsync<TerminalException>(() => registration.Confirm(_mails.Codes.First()));
        Assert.Equal(410, error.Code);
    }

    [Fact]
    public async Task Run_LinkIsFollowedAfterTheReminder_IsConfirmed()
    {
        await using var host = await StartAsync();
        var registration = host.GetActor<IRegistration>("anna");
        var run = await registration.Send(r => r.Run("anna@example.com"));
        await host.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal("reminded", await registration.Status());

        await registration.Confirm(_mails.Codes.First());

        Assert.True(await run.AttachAsync());
    }

    [Fact]
    public async Task Confirm_Twice_IsFine()
    {
        await using var host = await StartAsync();
        var registration = host.GetActor<IRegistration>("anna");
        var run = await registration.Send(r => r.Run("anna@example.com"));
        await host.WhenIdleAsync();

        await Task.WhenAll(registration.Confirm(_mails.Codes.Single()), registration.Confirm(_mails.Codes.Single()));

        Assert.True(await run.AttachAsync());
    }

    [Fact]
    public async Task Confirm_WrongCode_IsRefusedAndTheRunWaitsOn()
    {
        await using var host = await StartAsync();
        var registration = host.GetActor<IRegistration>("anna");
        await registration.Send(r => r.Run("anna@example.com"));
        await host.WhenIdleAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => registration.Confirm("0000"));

        Assert.Equal(404, error.Code);
        Assert.Equal("waiting", await registration.Status());
    }

    private Task<ActorTestHost> StartAsync() => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<IMails>(_mails),
        options => options.ReplayAlways = true);

    private sealed class SentMails : IMails
    {
        public ConcurrentQueue<string> Codes { get; } = new();

        public Task SendLink(string address, string user, string code, CancellationToken cancellationToken)
        {
            Codes.Enqueue(code);
            return Task.CompletedTask;
        }
    }
}
