using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Admin;
using Restate.Actors.Tests.Client;

namespace Restate.Actors.Tests.Admin;

/// <summary>An application with an admin client, whose HTTP requests go to a <see cref="FakeServer"/>.</summary>
internal sealed class AdminHost : IDisposable
{
    private readonly ServiceProvider _services;

    public AdminHost(Action<RestateAdminOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddRestateAdmin(options =>
        {
            // On the clock of these tests every wait is over at once, that for the answer, too.
            options.RequestTimeout = Timeout.InfiniteTimeSpan;
            configure?.Invoke(options);
        }).ConfigurePrimaryHttpMessageHandler(() => Server);
        services.AddSingleton<TimeProvider>(Time);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeServer Server { get; } = new();

    public InstantTime Time { get; } = new();

    public IRestateAdmin Admin => _services.GetRequiredService<IRestateAdmin>();

    public void Dispose() => _services.Dispose();
}
