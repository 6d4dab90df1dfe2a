using Microsoft.Extensions.DependencyInjection;

namespace Restate.Actors.Tests.Client;

/// <summary>An application with a client, whose HTTP requests go to a <see cref="FakeServer"/>.</summary>
internal sealed class ClientHost : IDisposable
{
    private readonly ServiceProvider _services;

    public ClientHost(Action<RestateClientOptions>? configure = null, TimeProvider? time = null, IActorSerializer? serializer = null, FakeServer? admin = null)
        : this(static _ => { }, configure, time, serializer, admin)
    {
    }

    public ClientHost(
        Action<IServiceCollection> add,
        Action<RestateClientOptions>? configure = null,
        TimeProvider? time = null,
        IActorSerializer? serializer = null,
        FakeServer? admin = null)
    {
        var services = new ServiceCollection();
        add(services);
        services.AddRestateClient(configure).ConfigurePrimaryHttpMessageHandler(() => Server);
        services.AddSingleton(time ?? Time);
        if (admin is not null)
        {
            services.AddRestateAdmin().ConfigurePrimaryHttpMessageHandler(() => admin);
        }

        if (serializer is not null)
        {
            services.AddSingleton(serializer);
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeServer Server { get; } = new();

    public InstantTime Time { get; } = new();

    public IRestateClient Client => _services.GetRequiredService<IRestateClient>();

    public IAccount Account(string key = "alice") => Client.GetActor<IAccount>(key);

    public void Dispose() => _services.Dispose();
}
