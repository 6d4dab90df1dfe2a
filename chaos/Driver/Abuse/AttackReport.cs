using System.Globalization;
using Restate.Actors.Chaos.Endpoint.Figures;

namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>What an attack did to an endpoint.</summary>
/// <param name="Attack">What it was.</param>
/// <param name="Outcome">What happened to the requests.</param>
/// <param name="Answered">Whether the endpoint answered a request during the attack, and after it.</param>
/// <param name="Before">What it held before, after a collection.</param>
/// <param name="Peak">What it held under the most pressure.</param>
/// <param name="After">What it holds when it is idle again, after a collection.</param>
internal sealed record AttackReport(string Attack, string Outcome, bool Answered, ProcessFigures Before, ProcessFigures Peak, ProcessFigures After)
{
    private const double Megabyte = 1024 * 1024;

    // What the runtime keeps for good: code that was compiled, pooled buffers, threads.
    private const double HeapTolerance = 4;
    private const double ResidentTolerance = 24;

    /// <summary>Gets whether nothing of the attack is left.</summary>
    public bool IsIdle => After is { ActiveAttempts: 0, ActiveKeys: 0, WarmKeys: 0, Unobserved: 0 };

    /// <summary>Gets whether the memory is back where it was, but for what the runtime keeps.</summary>
    public bool IsMemoryBack =>
        (After.HeapBytes - Before.HeapBytes) / Megabyte <= HeapTolerance && (After.ResidentBytes - Before.ResidentBytes) / Megabyte <= ResidentTolerance;

    public override string ToString() => $"""
        {Attack}
          {Outcome}; {(Answered ? "answered all the time" : "DID NOT ANSWER")}
          {"",-8}{"heap MB",10}{"resident MB",14}{"handles",10}{"threads",10}{"attempts",10}{"keys",8}
          {Row("before", Before)}
          {Row("peak", Peak)}
          {Row("after", After)}{(IsMemoryBack ? "" : "  MEMORY IS NOT BACK")}{(IsIdle ? "" : "  NOT IDLE")}
        """;

    private static string Row(string name, ProcessFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-8}{figures.HeapBytes / Megabyte,10:0.0}{figures.ResidentBytes / Megabyte,14:0.0}{figures.Handles,10}{figures.Threads,10}{figures.ActiveAttempts,10}{figures.ActiveKeys + figures.WarmKeys,8}");
}
