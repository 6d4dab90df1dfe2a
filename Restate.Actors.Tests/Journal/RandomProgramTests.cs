using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class RandomProgramTests
{
    private const int Programs = 12;

    public static TheoryData<int, int> VersionsAndCancels => new() { { 5, 0 }, { 6, 0 }, { 6, 2 }, { 7, 0 }, { 7, 1 } };

    [Theory]
    [Capability("Soundness", "The order of the journal decides races, not the thread pool")]
    [MemberData(nameof(VersionsAndCancels))]
    public void Replay_AnyPrefixOfTheJournal_GivesTheSameFurtherCommands(int number, int cancels)
    {
        var version = (ServiceProtocolVersion)number;
        for (var seed = 0; seed < Programs; seed++)
        {
            var journal = Record(version, seed, cancels);
            for (var length = 0; length <= journal.Count; length++)
            {
                var driver = Replay(version, seed, [.. journal.Take(length)], out _);
                foreach (var notification in journal.Skip(length).Where(frame => frame.Type.IsNotification))
                {
                    driver.Feed(notification.ToBytes());
                }

                AssertContinues(journal, length, driver, $"seed {seed}, prefix {length}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(VersionsAndCancels))]
    public void Replay_AllNotificationsBeforeTheHandlerRuns_GivesTheSameFurtherCommands(int number, int cancels)
    {
        var version = (ServiceProtocolVersion)number;
        for (var seed = 0; seed < Programs; seed++)
        {
            var journal = Record(version, seed, cancels);
            for (var length = 0; length <= journal.Count; length++)
            {
                List<TestFrame> known = [.. journal.Take(length), .. journal.Skip(length).Where(frame => frame.Type.IsNotification)];

                var driver = Replay(version, seed, known, out _);

                AssertContinues(journal, length, driver, $"seed {seed}, prefix {length}");
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Replay_InputClosed_SuspendsOnExactlyWhatIsOutstanding(int number)
    {
        var version = (ServiceProtocolVersion)number;
        var suspensions = 0;
        for (var seed = 0; seed < Programs; seed++)
        {
            var journal = Record(version, seed, cancels: 0);
            for (var length = 0; length < journal.Count; length++)
            {
                List<TestFrame> known = [.. journal.Take(length)];
                var driver = Replay(version, seed, known, out var program);
                driver.CloseInput();
                if (driver.Machine.Outcome != JournalOutcome.Suspended)
                {
                    Assert.Equal(JournalOutcome.Ended, driver.Machine.Outcome);
                    continue;
                }

                suspensions++;
                var results = known.Where(frame => frame.Type.IsNotification).Select(frame => Notification.ReadId(frame.Payload));
                var outstanding = program.AwaitedIds.Except(results).Append(NotificationId.Signal(1));
                Assert.Equal(Ordered(outstanding), Ordered(ReadSuspension(driver.TakeFrames()[^1])));
            }
        }

        Assert.True(suspensions > Programs, "The programs must suspend.");
    }

    private static List<TestFrame> Record(ServiceProtocolVersion version, int seed, int cancels)
    {
        var server = new JournalServer(version, seed, cancels);
        server.RunToTheEnd(new AttemptDriver(version, new RandomProgram(seed).RunAsync));
        Assert.Equal(MessageType.OutputCommand, server.Journal[^1].Type);
        return server.Journal;
    }

    private static AttemptDriver Replay(ServiceProtocolVersion version, int seed, List<TestFrame> known, out RandomProgram program)
    {
        program = new RandomProgram(seed);
        var driver = new AttemptDriver(version, program.RunAsync);
        byte[] bytes =
        [
            .. Frames.Start(known.Count + 1, isPartial: true).ToBytes(),
            .. Frames.Input().ToBytes(),
            .. known.SelectMany(frame => frame.ToBytes()),
        ];
        driver.Feed(bytes);
        return driver;
    }

    private static void AssertContinues(List<TestFrame> journal, int length, AttemptDriver driver, string place)
    {
        var frames = driver.TakeFrames();
        var written = frames.Where(frame => frame.Type.IsCommand).Select(frame => frame.ToString());
        var missing = journal.Skip(length).Where(frame => frame.Type.IsCommand).Select(frame => frame.ToString());
        Assert.Equal($"{place}: {string.Join('\n', missing)}", $"{place}: {string.Join('\n', written)}");
        Assert.Equal(JournalOutcome.Ended, driver.Machine.Outcome);
        Assert.Equal(MessageType.End, frames[^1].Type);
    }

    private static IEnumerable<string> Ordered(IEnumerable<NotificationId> ids) => ids.Select(id => id.ToString()).Order(StringComparer.Ordinal);

    private static List<NotificationId> ReadSuspension(TestFrame frame)
    {
        Assert.Equal(MessageType.Suspension, frame.Type);
        List<uint> completions = [];
        List<uint> signals = [];
        List<NotificationId> ids = [];
        var reader = new ProtobufReader(frame.Payload);
        while (reader.TryReadTag(out var tag))
        {
            switch (tag >> 3)
            {
                case 1:
                    reader.ReadPackedUInt32(completions);
                    break;
                case 2:
                    reader.ReadPackedUInt32(signals);
                    break;
                default:
                    ids.Add(NotificationId.Named(reader.ReadString()));
                    break;
            }
        }

        return [.. ids, .. completions.Select(NotificationId.Completion), .. signals.Select(NotificationId.Signal)];
    }
}
