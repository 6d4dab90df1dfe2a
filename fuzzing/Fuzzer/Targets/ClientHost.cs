using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Admin;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>The clients for the ingress and the admin API, whose requests go no further than to a <see cref="CapturingHandler"/>.</summary>
internal sealed class ClientHost : IDisposable
{
    private readonly ServiceProvider _services;

    public ClientHost()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new HurriedTime());
        services.AddRestateClient(static options =>
        {
            options.Retry.MaxAttempts = 2;
            options.Retry.InitialDelay = options.Retry.MaxDelay = TimeSpan.Zero;
        }).ConfigurePrimaryHttpMessageHandler(() => Server);
        services.AddRestateAdmin(static options =>
        {
            options.Retry.MaxAttempts = 2;
            options.Retry.InitialDelay = options.Retry.MaxDelay = TimeSpan.Zero;
            options.RequestTimeout = Timeout.InfiniteTimeSpan;
        }).ConfigurePrimaryHttpMessageHandler(() => Server);
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<IRestateClient>();
        Admin = _services.GetRequiredService<IRestateAdmin>();
    }

    public CapturingHandler Server { get; } = new();

    public IRestateClient Client { get; }

    public IRestateAdmin Admin { get; }

    public void Dispose() => _services.Dispose();

    /// <summary>Does not wait.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            return base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
        }
    }
}
