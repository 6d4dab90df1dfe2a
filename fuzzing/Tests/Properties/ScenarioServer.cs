using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>Plays the server of a scenario for its first attempt, and says what the journal holds then.</summary>
internal sealed class ScenarioServer
{
    private readonly JournalScenario _scenario;
    private readonly HonestServer _answers;
    private readonly List<RawFrame> _signals = [];
    private int _choices;

    public ScenarioServer(JournalScenario scenario)
    {
        _scenario = scenario;
        _answers = new HonestServer((ServiceProtocolVersion)scenario.Version);
        var awakeable = 17u;
        for (var index = 0; index < scenario.Steps.Count; index++)
        {
            switch (scenario.Steps[index].Operation)
            {
                case JournalOperation.Awakeable:
                    _signals.Add(ServerFrames.Signal(awakeable++, "1"));
                    break;
                case JournalOperation.Signal:
                    _signals.Add(ServerFrames.Signal($"signal {index}", "1"));
                    break;
                default:
                    break;
            }
        }

        _signals.AddRange(Enumerable.Repeat(ServerFrames.Signal(1, json: null), scenario.Cancels));
    }

    /// <summary>Gets the commands and notifications after the input.</summary>
    public IReadOnlyList<RawFrame> Journal => _answers.Journal;

    /// <summary>Runs the first attempt until it ends, or nothing is due any more.</summary>
    /// <param name="run">The attempt.</param>
    /// <param name="observe">Called when the attempt waits.</param>
    public void Serve(MachineRun run, Action? observe = null)
    {
        Store(run.Feed(StartOf(0), ServerFrames.Input([])));
        observe?.Invoke();
        while (!run.Machine.IsClosed && _answers.DueCount + _signals.Count > 0)
        {
            Store(run.Feed(Choose()));
            observe?.Invoke();
        }
    }

    /// <summary>Gets the frames with which an attempt begins that is sent a prefix of the journal.</summary>
    public IEnumerable<RawFrame> Beginning(int length) => [StartOf(length), ServerFrames.Input([]), .. Journal.Take(length)];

    // The state as the commands of the prefix have left it.
    private RawFrame StartOf(int length)
    {
        SortedSet<string> names = ["k0"];
        foreach (var frame in Journal.Take(length))
        {
            switch (frame.MessageType)
            {
                case MessageType.SetStateCommand:
                    names.Add(SetStateCommand.Read(frame.Payload).Key);
                    break;
                case MessageType.ClearStateCommand:
                    names.Remove(ClearStateCommand.Read(frame.Payload).Key);
                    break;
                case MessageType.ClearAllStateCommand:
                    names.Clear();
                    break;
                default:
                    break;
            }
        }

        return ServerFrames.Start(length + 1, _scenario.IsPartial, "k", [.. names.Select(name => (name, "1"))]);
    }

    private void Store(IEnumerable<RawFrame> frames)
    {
        foreach (var frame in frames)
        {
            _answers.Receive(frame);
        }
    }

    private RawFrame Choose()
    {
        var choice = _scenario.Schedule.ElementAtOrDefault(_choices++) % (_answers.DueCount + _signals.Count);
        if (choice < _answers.DueCount)
        {
            return _answers.Answer(choice);
        }

        var signal = _signals[choice - _answers.DueCount];
        _signals.RemoveAt(choice - _answers.DueCount);
        return _answers.Store(signal);
    }
}
