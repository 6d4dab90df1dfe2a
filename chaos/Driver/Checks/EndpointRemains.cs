using Restate.Actors.Chaos.Endpoint.Figures;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>What an endpoint process holds and has said when all is over.</summary>
/// <param name="Name">Which endpoint.</param>
/// <param name="Figures">What it holds.</param>
/// <param name="Mishaps">What it did that it should not.</param>
/// <param name="Complaints">Lines of its log that must not be there.</param>
internal sealed record EndpointRemains(string Name, ProcessFigures Figures, IReadOnlyList<string> Mishaps, IReadOnlyList<string> Complaints);
