using FsCheck;
using FsCheck.Fluent;

namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>Draws scenarios, and makes one that fails smaller.</summary>
internal static class JournalScenarios
{
    private const int LongestProgram = 16;

    public static Arbitrary<JournalScenario> Arbitrary { get; } = Arb.From(Generate(), Shrink);

    /// <summary>Gives smaller scenarios, the most promising first.</summary>
    public static IEnumerable<JournalScenario> Shrink(JournalScenario scenario)
    {
        foreach (var steps in ShrinkList(scenario.Steps, ShrinkStep))
        {
            yield return scenario with { Steps = steps };
        }

        if (scenario.Cancels > 0)
        {
            yield return scenario with { Cancels = scenario.Cancels - 1 };
        }

        if (scenario.IsPartial)
        {
            yield return scenario with { IsPartial = false };
        }

        foreach (var schedule in ShrinkList(scenario.Schedule, static choice => choice > 0 ? [0, choice / 2] : []))
        {
            yield return scenario with { Schedule = schedule };
        }
    }

    private static Gen<JournalScenario> Generate()
    {
        var step =
            from operation in Gen.Elements(Enum.GetValues<JournalOperation>())
            from argument in Gen.Choose(0, operation is JournalOperation.Any or JournalOperation.All ? 63 : 7)
            select new JournalStep(operation, argument);
        return
            from length in Gen.Choose(1, LongestProgram)
            from steps in step.ArrayOf(length)
            from schedule in Gen.Choose(0, 40).ArrayOf(30)
            from version in Gen.Choose(5, 7)
            from isPartial in Gen.Elements(false, true)
            from cancels in Gen.Elements(0, 0, 1, 2)
            select new JournalScenario(steps, schedule, version, isPartial, cancels);
    }

    private static IEnumerable<JournalStep> ShrinkStep(JournalStep step)
    {
        if (step.Argument > 0)
        {
            yield return step with { Argument = 0 };
            yield return step with { Argument = step.Argument / 2 };
        }

        if (step.Operation == JournalOperation.SlowRun)
        {
            yield return step with { Operation = JournalOperation.Run };
        }
    }

    // Without a part first, then with a simpler element.
    private static IEnumerable<T[]> ShrinkList<T>(IReadOnlyList<T> list, Func<T, IEnumerable<T>> shrink)
    {
        for (var size = list.Count; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= list.Count; at += size)
            {
                yield return [.. list.Take(at), .. list.Skip(at + size)];
            }
        }

        for (var index = 0; index < list.Count; index++)
        {
            foreach (var simpler in shrink(list[index]))
            {
                yield return [.. list.Take(index), simpler, .. list.Skip(index + 1)];
            }
        }
    }
}
