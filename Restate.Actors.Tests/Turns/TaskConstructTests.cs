using System.Runtime.CompilerServices;

using Xunit;

namespace Restate.Actors.Tests.Turns;

public sealed class TaskConstructTests
{
    public static TheoryData<string> Names => [.. TaskConstructs.All.Select(construct => construct.Name)];

    [Theory]
    [Capability("Futures and combinators", "Map without awaiting")]
    [Capability("Futures and combinators", "Works with the language's own await-all (Task.WhenAll, Promise.all)")]
    [MemberData(nameof(Names))]
    public void Execute_TwentyTimes_HasTheOutcomeOfTheTable(string name)
    {
        var construct = TaskConstructs.All.Single(construct => construct.Name == name);
        List<string>? firstLog = null;

        for (var i = 0; i < 20; i++)
        {
            var run = new ConstructRun();
            var outcome = run.Execute(construct.Body);

            if (construct.Expected == ConstructOutcome.MayEscape)
            {
                Assert.True(outcome is ConstructOutcome.Stays or ConstructOutcome.Escapes, $"{name}: {outcome}");
                continue;
            }

            Assert.Equal(construct.Expected, outcome);
            if (outcome == ConstructOutcome.Stays)
            {
                firstLog ??= run.Log;
                Assert.Equal(firstLog, run.Log);
                Assert.Equal("end", run.Log[^1]);
            }
        }
    }

    [Fact]
    public void Table_Rendered_EqualsTheFile()
    {
        var width = TaskConstructs.All.Max(construct => construct.Name.Length);
        var rendered = TaskConstructs.All.Select(construct => $"{construct.Name.PadRight(width)}  {Word(construct.Expected)}");

        var file = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "TaskConstructs.txt"));

        Assert.Equal(file, rendered);
    }

    private static string Word(ConstructOutcome outcome) => outcome switch
    {
        ConstructOutcome.Stays => "stays",
        ConstructOutcome.Escapes => "escapes",
        ConstructOutcome.MayEscape => "may escape",
        ConstructOutcome.Unseen => "stays, its work ran elsewhere unseen",
        ConstructOutcome.Throws => "throws",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
