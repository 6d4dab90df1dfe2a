using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class StubTests
{
    [Fact]
    public async Task Stub_InPlaceOfAnActor_IsCalled()
    {
        await using var host = await TestHosts.StartAsync();
        var stub = new StubPurse();
        host.Stub<IPurse>(stub);

        Assert.Equal(99, await host.GetActor<IBank>().TransferAsync("anna", "bob", 4));
        Assert.Equal(["withdraw 4", "deposit 4"], stub.Calls);
    }

    [Fact]
    public async Task Stub_ForAnActorThatIsNotThere_IsCalled()
    {
        await using var host = await ActorTestHost.StartAsync(
            actors => actors.AddActor(CompilerServices.ActorRegistration.Create(CompilerServices.ActorContracts.Get<IBank>(), _ => new Bank())));
        host.Stub<IPurse>(new StubPurse());

        Assert.Equal(99, await host.GetActor<IBank>().TransferAsync("anna", "bob", 4));
    }

    [Fact]
    public async Task Stub_ActorClass_NeedsAFunction()
    {
        await using var host = await TestHosts.StartAsync();

        var error = Assert.Throws<ArgumentException>(() => host.Stub<IPurse>(new Purse(new Till())));
        host.Stub<IPurse>(() => new Purse(new Till()));

        Assert.Contains("host.Stub<IPurse>(() => new ...)", error.Message, StringComparison.Ordinal);
        Assert.Equal("anna paid tea", await host.GetActor<IPurse>("anna").PayAsync("tea"));
    }

    // The generator looks for public classes that serve a contract; a private one is a fake and nothing else.
    private sealed class StubPurse : IPurse
    {
        public List<string> Calls { get; } = [];

        public Task<int> DepositAsync(int amount) => Note($"deposit {amount}", 99);

        public Task<int> WithdrawAsync(int amount) => Note($"withdraw {amount}", 0);

        public Task SlowDepositAsync(int amount, int seconds) => throw new NotSupportedException();

        public Task<int> BalanceAsync() => Task.FromResult(0);

        public Task<string> PayAsync(string what) => throw new NotSupportedException();

        public Task ScheduleDepositAsync(int amount, int days) => throw new NotSupportedException();

        private Task<int> Note(string call, int result)
        {
            Calls.Add(call);
            return Task.FromResult(result);
        }
    }
}
