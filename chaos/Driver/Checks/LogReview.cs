namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Finds lines in the log of an endpoint that no fault explains.</summary>
internal static class LogReview
{
    private static readonly string[] Suspicious = ["UNOBSERVED", "Unhandled exception", "RSTA0570", "RSTA0571", "RSTA2003", "crit:", "NullReferenceException"];

    public static IReadOnlyList<string> Review(IEnumerable<string> lines) =>
        [.. lines.Where(static line => Suspicious.Any(text => line.Contains(text, StringComparison.Ordinal))).Take(10)];
}
