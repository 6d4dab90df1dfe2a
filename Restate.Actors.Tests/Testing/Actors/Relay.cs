using Microsoft.Extensions.DependencyInjection;

namespace Restate.Actors.Tests.Testing.Actors;

public sealed class Relay(IServiceProvider services, RelayPoints points) : VirtualObject, IRelay
{
    public Task LeaveSlowlyAsync()
    {
        services.GetRequiredService<SlowLeaver>();
        return Task.CompletedTask;
    }

    public async Task<string> TakeOverAsync()
    {
        var baton = Context.CreateAwakeable<string>();
        points.Baton = baton.Id;
        points.FirstTurn.Stop();
        var text = await baton.Task;
        points.SecondTurn.Stop();
        return text;
    }

    public Task<int> PingAsync() => Task.FromResult(1);
}
