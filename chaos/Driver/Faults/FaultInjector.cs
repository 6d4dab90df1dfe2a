using System.Diagnostics;
using Restate.Actors.Chaos.Driver.Proxy;
using Restate.Actors.Chaos.Driver.World;

namespace Restate.Actors.Chaos.Driver.Faults;

/// <summary>Carries a plan out.</summary>
internal sealed class FaultInjector(ChaosWorld world, FaultLog log)
{
    /// <summary>Runs the plan.</summary>
    /// <param name="plan">The faults, in the order of time.</param>
    /// <returns>A task that completes when all faults have happened and all processes run again.</returns>
    public async Task RunAsync(IReadOnlyList<Fault> plan)
    {
        var started = Stopwatch.GetTimestamp();
        var open = new List<Task>();
        foreach (var fault in plan)
        {
            var wait = fault.At - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            open.Add(InjectAsync(fault));
        }

        await Task.WhenAll(open);
        world.EndpointProxy.Calm();
        world.IngressProxy.Calm();
    }

    private Task InjectAsync(Fault fault) => fault.Kind switch
    {
        FaultKind.EndpointKill => DisturbAsync(fault, Endpoint(fault).KillAndRestartAsync(fault.Length)),
        FaultKind.EndpointStop => DisturbAsync(fault, Endpoint(fault).StopAndRestartAsync(fault.Length)),
        FaultKind.EndpointFreeze => DisturbAsync(fault, Endpoint(fault).FreezeAsync(fault.Length)),
        FaultKind.AllEndpointsKill => DisturbAsync(fault, Task.WhenAll(world.Endpoints.Select(endpoint => endpoint.KillAndRestartAsync(fault.Length)))),
        FaultKind.ServerKill => DisturbAsync(fault, world.Servers.KillAndRestartAsync(fault.Pick, fault.Length)),
        FaultKind.CutBetweenFrames => Interfere(world.EndpointProxy, fault, InterferenceKind.CutAfter),
        FaultKind.CutInsideFrame => Interfere(world.EndpointProxy, fault, InterferenceKind.CutInside),
        FaultKind.DelayFrame => Interfere(world.EndpointProxy, fault, InterferenceKind.DelayBefore),
        FaultKind.SplitFrame => Interfere(world.EndpointProxy, fault, InterferenceKind.DelayInside),
        FaultKind.ClientCut => Interfere(world.IngressProxy, fault, fault.Pick < 0.5 ? InterferenceKind.CutAfter : InterferenceKind.CutInside),
        FaultKind.ClientDelay => Interfere(world.IngressProxy, fault, InterferenceKind.DelayInside),
        _ => throw new InvalidOperationException($"{fault.Kind} is not carried out."),
    };

    private EndpointProcess Endpoint(Fault fault) => world.Endpoints[(int)(fault.Pick * world.Endpoints.Count)];

    private async Task DisturbAsync(Fault fault, Task disturbance)
    {
        log.Count($"{fault.Kind}", $"{fault.Kind} {fault.Pick:0.00} for {fault.Length.TotalMilliseconds:0} ms");
        await disturbance;
        log.Write($"{fault.Kind} {fault.Pick:0.00} is over");
    }

    // Counted by the proxy when it has happened: a connection may be silent, or gone.
    private static Task Interfere(LinkProxy proxy, Fault fault, InterferenceKind kind)
    {
        // Two bits of the place choose the direction and the way to close, the rest the place itself.
        var place = fault.Place * 4;
        var bits = (int)place;
        proxy.Interfere(
            (fault.Pick * 7) % 1,
            bits % 2 == 0 ? Direction.Forward : Direction.Back,
            new Interference(kind, place - bits, fault.Length, IsReset: bits >= 2));
        return Task.CompletedTask;
    }
}
