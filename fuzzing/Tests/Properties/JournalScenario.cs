namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>A program and all that a server decides about it.</summary>
/// <param name="Steps">The program. In the end it waits for all that is open.</param>
/// <param name="Schedule">Which of the answers that are due comes next; zeros when it has ended.</param>
/// <param name="Version">The version of the protocol.</param>
/// <param name="IsPartial">Whether the attempt knows only some of the state.</param>
/// <param name="Cancels">How often the invocation is cancelled.</param>
public sealed record JournalScenario(IReadOnlyList<JournalStep> Steps, IReadOnlyList<int> Schedule, int Version, bool IsPartial, int Cancels)
{
    public override string ToString()
    {
        return $"V{Version}{(IsPartial ? " partial state" : "")}{(Cancels > 0 ? $" {Cancels} cancels" : "")}: {string.Join("; ", Steps)} | schedule {string.Join(",", Schedule)}";
    }
}
