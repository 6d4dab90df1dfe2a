namespace Restate.Actors.Chaos.Endpoint.Figures;

/// <summary>What this process holds.</summary>
/// <param name="ResidentBytes">Memory as the system sees it.</param>
/// <param name="HeapBytes">Managed objects, dead ones included unless they were collected before.</param>
/// <param name="Handles">Open file descriptors.</param>
/// <param name="Sockets">Those of them that are sockets.</param>
/// <param name="Threads">Threads of the system.</param>
/// <param name="ActiveAttempts">Attempts that run or wait on an open stream.</param>
/// <param name="ActiveKeys">Keys that attempts use.</param>
/// <param name="WarmKeys">Keys that are kept in memory without use.</param>
/// <param name="Unobserved">Exceptions of tasks that nobody has looked at.</param>
/// <param name="CpuMilliseconds">Time that the process has computed.</param>
public sealed record ProcessFigures(
    long ResidentBytes,
    long HeapBytes,
    int Handles,
    int Sockets,
    int Threads,
    long ActiveAttempts,
    long ActiveKeys,
    long WarmKeys,
    int Unobserved,
    long CpuMilliseconds);
