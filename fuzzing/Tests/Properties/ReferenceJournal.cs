using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>What a program does when results come in a given order. Knows no replay, no frames and no attempts: it runs the program from its beginning.</summary>
internal sealed class ReferenceJournal
{
    private readonly JournalScenario _scenario;
    private readonly Queue<(NotificationId Id, NotificationResultKind Kind)> _results;
    private readonly Dictionary<NotificationId, NotificationResultKind> _released = [];
    private readonly Dictionary<string, bool> _state = new(StringComparer.Ordinal) { ["k0"] = true };
    private readonly List<NotificationId> _open = [];
    private readonly List<uint> _children = [];
    private readonly List<string> _commands = [];
    private readonly List<string> _log = [];
    private bool _isPartial;
    private bool _wasCancelled;
    private uint _lastCompletion;
    private uint _lastSignal = 16;

    private ReferenceJournal(JournalScenario scenario, IEnumerable<RawFrame> results)
    {
        _scenario = scenario;
        _isPartial = scenario.IsPartial;
        _results = new(results.Select(frame => (Notification.ReadId(frame.Payload), Notification.Read(frame.MessageType, frame.Payload).Result.Kind)));
    }

    /// <summary>Gets the commands in order, the output as the last.</summary>
    public IReadOnlyList<string> Commands => _commands;

    public string Log => string.Concat(_log);

    /// <summary>Gets what the program waits for when there are no more results; <see langword="null"/> when it has ended.</summary>
    public IReadOnlyList<NotificationId>? Outstanding { get; private set; }

    /// <summary>Runs a program.</summary>
    /// <param name="scenario">The program.</param>
    /// <param name="results">The results and signals in their order.</param>
    public static ReferenceJournal Run(JournalScenario scenario, IEnumerable<RawFrame> results)
    {
        var journal = new ReferenceJournal(scenario, results);
        if (journal.Run())
        {
            journal._commands.Add("Output");
        }

        return journal;
    }

    private bool Run()
    {
        for (var index = 0; index < _scenario.Steps.Count; index++)
        {
            var step = _scenario.Steps[index];
            if (step.IsWait ? _open.Count > 0 && !Wait(step.Choose(_open), step.Operation == JournalOperation.All) : !Do(step, index))
            {
                return false;
            }
        }

        while (_open.Count > 0)
        {
            if (!Wait([.. _open], isForAll: false))
            {
                return false;
            }
        }

        return true;
    }

    private bool Do(JournalStep step, int index)
    {
        switch (step.Operation)
        {
            case JournalOperation.Set:
                _state[step.StateName] = true;
                _commands.Add($"Set {step.StateName}");
                break;
            case JournalOperation.Clear:
                _state[step.StateName] = false;
                _commands.Add($"Clear {step.StateName}");
                break;
            case JournalOperation.ClearAll:
                _state.Clear();
                _isPartial = false;
                _commands.Add("ClearAll");
                break;
            case JournalOperation.Get when _isPartial && !_state.ContainsKey(step.StateName):
                Open($"GetLazy {step.StateName}");
                break;
            case JournalOperation.Get:
                _lastCompletion++;
                _commands.Add($"GetEager {step.StateName}");
                _log.Add(_state.GetValueOrDefault(step.StateName) ? "value;" : "none;");
                break;
            case JournalOperation.GetKeys when _isPartial:
                Open("GetLazyKeys");
                break;
            case JournalOperation.GetKeys:
                _lastCompletion++;
                var keys = string.Join('+', _state.Where(entry => entry.Value).Select(entry => entry.Key).Order(StringComparer.Ordinal));
                _commands.Add($"GetEagerKeys {keys}");
                _log.Add($"{keys};");
                break;
            case JournalOperation.Call:
                _children.Add(++_lastCompletion);
                _commands.Add($"Call {_lastCompletion} {_lastCompletion + 1}");
                _open.Add(NotificationId.Completion(++_lastCompletion));
                break;
            case JournalOperation.Awakeable:
                _open.Add(NotificationId.Signal(++_lastSignal));
                break;
            case JournalOperation.Signal:
                _open.Add(NotificationId.Named($"signal {index}"));
                break;
            case JournalOperation.SlowRun:
                Open("Run");
                break;
            default:
                Open(step.Operation.ToString());
                break;
        }

        return true;
    }

    private void Open(string command)
    {
        _commands.Add($"{command} {++_lastCompletion}");
        _open.Add(NotificationId.Completion(_lastCompletion));
    }

    private bool Wait(IReadOnlyList<NotificationId> ids, bool isForAll)
    {
        while (!(isForAll ? ids.All(_released.ContainsKey) : ids.Any(_released.ContainsKey)))
        {
            if (_released.Remove(NotificationId.Signal(1)))
            {
                return Cancel();
            }

            if (!Release())
            {
                var missing = ids.Where(id => !_released.ContainsKey(id));
                Outstanding = [.. missing, .. _wasCancelled ? [] : new[] { NotificationId.Signal(1) }];
                return false;
            }
        }

        Settle();
        return true;
    }

    // A cancellation goes to the calls first, whose ids may still be on the way.
    private bool Cancel()
    {
        foreach (var child in _children)
        {
            while (!_released.ContainsKey(NotificationId.Completion(child)))
            {
                if (!Release())
                {
                    Outstanding = [NotificationId.Completion(child)];
                    return false;
                }
            }
        }

        _commands.AddRange(_children.Select(_ => "Cancel child"));
        _children.Clear();
        _wasCancelled = true;

        // One that came while the ids were looked for is the same cancellation.
        _released.Remove(NotificationId.Signal(1));
        _log.Add("cancelled;");
        Settle();
        return true;
    }

    private bool Release()
    {
        if (!_results.TryDequeue(out var result))
        {
            return false;
        }

        _released[result.Id] = result.Kind;
        return true;
    }

    private void Settle()
    {
        foreach (var id in _open.ToArray())
        {
            if (_released.Remove(id, out var kind))
            {
                _open.Remove(id);
                _log.Add($"{id}={kind};");
            }
        }
    }
}
