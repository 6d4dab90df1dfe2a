using Microsoft.Extensions.DependencyInjection;

namespace Restate.Actors.Internal.Attempts;

/// <summary>The services of one attempt; the scope is made when somebody asks for a service. The clock is that of the handler, whatever the host has.</summary>
internal sealed class AttemptServices(IServiceScopeFactory scopes, TimeProvider clock) : IKeyedServiceProvider
{
    private AsyncServiceScope? _scope;

    public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? clock : Provider().GetService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => Keyed().GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => Keyed().GetRequiredKeyedService(serviceType, serviceKey);

    /// <summary>Disposes the services, if there are any.</summary>
    public ValueTask EndAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IServiceProvider Provider() => (_scope ??= scopes.CreateAsyncScope()).ServiceProvider;

    private IKeyedServiceProvider Keyed() => Provider() as IKeyedServiceProvider
        ?? throw new InvalidOperationException("The service provider of the host does not support keyed services.");
}
