using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Template._1.Actors;
using Template._1.Contracts;

namespace Template._1.Tests;

/// <summary>On the real server: that the parts fit together.</summary>
public sealed class RealServerTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Transfer_AccountLacksMoney_IsRefused()
    {
        await using var app = await server.ServeAsync(
            actors => actors.AddGeneratedActors(),
            services => services.AddSingleton<INotifier, RecordingNotifier>());
        await app.Client.GetActor<IAccount>("anna").Deposit(20);

        var error = await Assert.ThrowsAsync<TerminalException>(
            () => app.Client.GetActor<ITransfer>("t-1").Run(new TransferOrder("anna", "bob", 30)));

        Assert.Equal(409, error.Code);
        Assert.Equal(20, await app.Client.GetActor<IAccount>("anna").Balance());
    }
}
