using System.Diagnostics;

namespace Restate.Actors.Chaos.Endpoint.Figures;

/// <summary>Measures this process.</summary>
internal sealed class FigureSource : IDisposable
{
    private readonly EngineFigures _engine = new();
    private int _unobserved;

    public FigureSource() => TaskScheduler.UnobservedTaskException += (_, error) =>
    {
        Interlocked.Increment(ref _unobserved);
        Console.Error.WriteLine($"UNOBSERVED {error.Exception}");
    };

    /// <summary>Measures.</summary>
    /// <param name="isCollecting">Whether garbage is collected before.</param>
    public ProcessFigures Read(bool isCollecting)
    {
        if (isCollecting)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        using var process = Process.GetCurrentProcess();
        var (attempts, activeKeys, warmKeys) = _engine.Read();
        var (handles, sockets) = CountHandles();
        return new ProcessFigures(
            process.WorkingSet64,
            GC.GetTotalMemory(forceFullCollection: false),
            handles,
            sockets,
            process.Threads.Count,
            attempts,
            activeKeys,
            warmKeys,
            _unobserved,
            (long)process.TotalProcessorTime.TotalMilliseconds);
    }

    public void Dispose() => _engine.Dispose();

    private static (int Handles, int Sockets) CountHandles()
    {
        var targets = new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos().Select(static handle => handle.LinkTarget).ToArray();
        return (targets.Length, targets.Count(static target => target?.StartsWith("socket:", StringComparison.Ordinal) == true));
    }
}
