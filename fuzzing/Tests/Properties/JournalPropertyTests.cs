using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>
/// What is true of the journal machine for every program and every order of results. <c>RESTATE_PROPERTY_TESTS</c> sets how many are drawn,
/// <c>RESTATE_PROPERTY_REPLAY</c> (as "1234,5679") which ones.
/// </summary>
public sealed class JournalPropertyTests
{
    private const int Programs = 1500;

    [Fact]
    public void Machine_AnyProgram_DoesWhatTheModelDoes() => Check(static scenario =>
    {
        var server = new ScenarioServer(scenario);
        var run = new MachineRun(scenario);
        server.Serve(run, () => Agree(ReferenceJournal.Run(scenario, Results(server.Journal)), run, run.Written));
    });

    [Fact]
    public void Machine_AllResultsAreThere_ComesToItsEnd() => Check(static scenario =>
    {
        var server = new ScenarioServer(scenario);
        var run = new MachineRun(scenario);

        server.Serve(run);

        Assert.True(run.Machine.Outcome == JournalOutcome.Ended, "Nothing is due any more, and the program has not ended.");
        Assert.Equal([MessageType.OutputCommand, MessageType.End], run.Written.TakeLast(2).Select(frame => frame.MessageType));
    });

    [Fact]
    public void Replay_AnyPrefix_WritesTheRestAndNothingTwice() => CheckPrefixes(static (server, scenario, length) =>
    {
        var whole = ReferenceJournal.Run(scenario, Results(server.Journal));
        var run = new MachineRun(scenario);
        run.Feed(server.Beginning(length));
        run.Feed(server.Journal.Skip(length).Where(frame => frame.MessageType.IsNotification));

        Assert.Equal(JournalOutcome.Ended, run.Machine.Outcome);
        Assert.Equal(whole.Log, run.Log);
        Assert.Equal(whole.Commands, Commands(server.Journal.Take(length)).Concat(Commands(run.Written)));
    });

    [Fact]
    public void Replay_AnyPrefixAndNoMore_SuspendsOnWhatIsOutstanding() => CheckPrefixes(static (server, scenario, length) =>
    {
        var model = ReferenceJournal.Run(scenario, Results(server.Journal.Take(length)));
        var run = new MachineRun(scenario);
        run.Feed(server.Beginning(length));
        run.CloseInput();

        Agree(model, run, [.. server.Journal.Take(length), .. run.Written]);
        Assert.Equal(model.Outstanding is null ? JournalOutcome.Ended : JournalOutcome.Suspended, run.Machine.Outcome);
        if (model.Outstanding is not null)
        {
            var leaves = SuspensionText.Leaves(run.Written[^1]).ToArray();
            Assert.Equal(SuspensionText.Of(model.Outstanding), SuspensionText.Of(leaves));
            var possible = Possible(scenario, [.. server.Journal.Take(length), .. run.Written]);
            Assert.All(leaves, leaf => Assert.True(possible.Contains(leaf), $"The machine waits for {leaf}, which cannot come."));
        }
    });

    [Fact]
    public void Replay_ChainOfAttempts_EachWithOneMoreResult_WritesEachCommandOnce() => Check(static scenario =>
    {
        var server = new ScenarioServer(scenario);
        server.Serve(new MachineRun(scenario));
        var whole = ReferenceJournal.Run(scenario, Results(server.Journal));
        List<string> written = [];
        List<RawFrame> journal = [];
        Queue<RawFrame> results = new(Results(server.Journal));
        while (true)
        {
            var run = new MachineRun(scenario);
            run.Feed([ServerFrames.Start(journal.Count + 1, isPartial: scenario.IsPartial, "k", ("k0", "1")), ServerFrames.Input([]), .. journal]);
            run.CloseInput();
            written.AddRange(Commands(run.Written));
            journal.AddRange(run.Written.Where(frame => frame.MessageType.IsCommand));
            if (run.Machine.Outcome == JournalOutcome.Ended)
            {
                break;
            }

            Assert.Equal(JournalOutcome.Suspended, run.Machine.Outcome);
            journal.Add(results.Dequeue());
        }

        Assert.Equal(whole.Commands, written);
    }, static scenario => scenario.Steps.All(static step => step.Operation is not (JournalOperation.Set or JournalOperation.Clear or JournalOperation.ClearAll)));

    [Fact]
    public void Shrink_ScenarioThatFails_BecomesSmall()
    {
        var runner = new CollectingRunner();
        var broken = Prop.ForAll(JournalScenarios.Arbitrary, static scenario =>
            Assert.False(scenario.Steps.Any(static step => step.Operation == JournalOperation.Sleep) && scenario.Steps.Any(static step => step.Operation == JournalOperation.Call)));

        FsCheck.Check.One(Config.Quick.WithMaxTest(500).WithRunner(runner), broken);

        var smallest = Assert.IsType<JournalScenario>(runner.Smallest);
        Assert.Equal(["Call(0)", "Sleep(0)"], smallest.Steps.Select(step => step.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(smallest.Schedule);
        Assert.False(smallest.IsPartial);
        Assert.Equal(0, smallest.Cancels);
    }

    private static void CheckPrefixes(Action<ScenarioServer, JournalScenario, int> property) => Check(scenario =>
    {
        var server = new ScenarioServer(scenario);
        server.Serve(new MachineRun(scenario));
        for (var length = 0; length < server.Journal.Count; length++)
        {
            try
            {
                property(server, scenario, length);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"after {length} of {string.Join(" | ", server.Journal.Select(Describe))}: {error.Message}", error);
            }
        }
    });

    private static void Check(Action<JournalScenario> property, Func<JournalScenario, bool>? condition = null)
    {
        var arbitrary = condition is null ? JournalScenarios.Arbitrary : JournalScenarios.Arbitrary.Filter(condition);
        var count = int.TryParse(Environment.GetEnvironmentVariable("RESTATE_PROPERTY_TESTS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : Programs;
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true);
        if (Environment.GetEnvironmentVariable("RESTATE_PROPERTY_REPLAY")?.Split(',') is [var first, var second])
        {
            config = config.WithReplay(ulong.Parse(first, CultureInfo.InvariantCulture), ulong.Parse(second, CultureInfo.InvariantCulture));
        }

        FsCheck.Check.One(config, Prop.ForAll(arbitrary, property));
    }

    private static void Agree(ReferenceJournal model, MachineRun run, IEnumerable<RawFrame> commands)
    {
        Assert.Null(run.Machine.Failure);
        Assert.Equal(model.Commands, Commands(commands));
        Assert.Equal(model.Log, run.Log);
    }

    private static IEnumerable<string> Commands(IEnumerable<RawFrame> frames) => frames.Where(frame => frame.MessageType.IsCommand).Select(CommandText.Of);

    private static IEnumerable<RawFrame> Results(IEnumerable<RawFrame> frames) => frames.Where(frame => frame.MessageType.IsNotification);

    private static string Describe(RawFrame frame) => frame.MessageType.IsCommand ? CommandText.Of(frame) : $"{frame.MessageType} {Notification.ReadId(frame.Payload)}";

    // What the commands asked for, the signals that the program knows, and the cancellation.
    private static HashSet<NotificationId> Possible(JournalScenario scenario, IEnumerable<RawFrame> journal)
    {
        HashSet<NotificationId> ids = [NotificationId.Signal(1)];
        foreach (var text in Commands(journal))
        {
            ids.UnionWith(text.Split(' ').Skip(1).Where(word => uint.TryParse(word, CultureInfo.InvariantCulture, out _)).Select(word => NotificationId.Completion(uint.Parse(word, CultureInfo.InvariantCulture))));
        }

        ids.UnionWith(Enumerable.Range(0, scenario.Steps.Count).Select(index => NotificationId.Named($"signal {index}")));
        ids.UnionWith(Enumerable.Range(17, scenario.Steps.Count(step => step.Operation == JournalOperation.Awakeable)).Select(index => NotificationId.Signal((uint)index)));
        return ids;
    }
}
