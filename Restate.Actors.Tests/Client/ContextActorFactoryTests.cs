using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Internal.Proxies;
using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class ContextActorFactoryTests
{
    [Fact]
    public async Task GetActor_OutsideHandlers_TravelsOverHttp()
    {
        using var server = new FakeServer();
        server.Succeeds("1");
        var collection = new ServiceCollection();
        collection.AddRestateClient().ConfigurePrimaryHttpMessageHandler(() => server);
        collection.AddSingleton<IAmbientActorFactory>(new Ambient());
        using var services = collection.BuildServiceProvider();

        Assert.Equal(1m, await services.GetRequiredService<IActorFactory>().GetActor<IAccount>("a").BalanceAsync());
    }

    [Fact]
    public void GetActor_InsideAHandler_AsksTheFactoryOfThatHandlerEachTime()
    {
        var ambient = new Ambient();
        using var services = new ServiceCollection()
            .AddRestateClient().Services
            .AddSingleton<IAmbientActorFactory>(ambient)
            .BuildServiceProvider();
        var factory = services.GetRequiredService<IActorFactory>();
        using var inner = new ClientHost();

        ambient.Current = inner.Client;

        Assert.Throws<ArgumentException>(() => factory.GetActor<IAccount>(""));
        Assert.Throws<ArgumentException>(() => factory.GetInvocation<int>("x"));
        Assert.IsAssignableFrom<IAudit>(factory.GetActor<IAudit>());
        Assert.IsAssignableFrom<IByGuid>(factory.GetActor<IByGuid>(Guid.Empty));
        Assert.IsAssignableFrom<IByLong>(factory.GetActor<IByLong>(1L));
        Assert.IsAssignableFrom<IByInt>(factory.GetActor<IByInt>(1));
        Assert.IsAssignableFrom<IBySeat>(factory.GetActor<IBySeat, Seat>(new Seat("a", 1)));
        Assert.Equal(7, ambient.Asked);
    }

    [Fact]
    public void GetActor_OutsideHandlersWithoutClient_ErrorNamesTheRemedy()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var factory = ContextActorFactory.Create(services);

        var error = Assert.Throws<InvalidOperationException>(() => factory.GetActor<IAudit>());

        Assert.Equal(
            "IActorFactory was used outside a handler, and there is no client that could call Restate. Add one: services.AddRestateClient().", error.Message);
    }

    private sealed class Ambient : IAmbientActorFactory
    {
        private IActorFactory? _current;

        public int Asked { get; private set; }

        public IActorFactory? Current
        {
            get
            {
                Asked++;
                return _current;
            }
            set => _current = value;
        }
    }
}
