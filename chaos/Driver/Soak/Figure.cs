using Restate.Actors.Chaos.Endpoint.Figures;

namespace Restate.Actors.Chaos.Driver.Soak;

/// <summary>A figure that has to stay flat.</summary>
/// <param name="Name">Its name and unit.</param>
/// <param name="Of">Takes it from a measurement.</param>
/// <param name="AtLeast">What it may grow by over the second half in any case; more than that up to a tenth of its mean.</param>
internal sealed record Figure(string Name, Func<ProcessFigures, double> Of, double AtLeast)
{
    public const double Share = 0.1;

    private const double Megabyte = 1024 * 1024;

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("resident MB", static figures => figures.ResidentBytes / Megabyte, 4),
        new("heap MB", static figures => figures.HeapBytes / Megabyte, 2),
        new("handles", static figures => figures.Handles, 10),
        new("sockets", static figures => figures.Sockets, 8),
        new("threads", static figures => figures.Threads, 4),
    ];
}
