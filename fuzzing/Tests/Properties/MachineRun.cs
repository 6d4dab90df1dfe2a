using System.Buffers;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>Runs a program on the journal machine: frames in, frames out, on the caller's thread and without tasks.</summary>
internal sealed class MachineRun
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly FrameReader _reader = new(int.MaxValue);
    private readonly JournalScenario _scenario;
    private readonly List<NotificationId> _open = [];
    private readonly Queue<uint> _slow = new();
    private readonly HashSet<uint> _slowRuns = [];
    private readonly List<string> _log = [];
    private readonly List<RawFrame> _written = [];
    private AwaitTree? _wait;
    private int _next;
    private bool _hasBegun;

    public MachineRun(JournalScenario scenario)
    {
        _scenario = scenario;
        Machine = new JournalMachine((ServiceProtocolVersion)scenario.Version, _output);
    }

    public JournalMachine Machine { get; }

    public string Log => string.Concat(_log);

    /// <summary>Gets all that was written.</summary>
    public IReadOnlyList<RawFrame> Written => _written;

    /// <summary>Sends frames.</summary>
    /// <returns>What the machine wrote then.</returns>
    public IReadOnlyList<RawFrame> Feed(params IEnumerable<RawFrame> frames)
    {
        var buffer = new ReadOnlySequence<byte>(RawFrame.Join(frames));
        while (!Machine.IsClosed && _reader.TryRead(ref buffer, out var frame))
        {
            Machine.Receive(frame);
        }

        return Pump();
    }

    public IReadOnlyList<RawFrame> CloseInput()
    {
        Machine.CloseInput();
        return Pump();
    }

    private List<RawFrame> Pump()
    {
        if (Machine.IsReadyToRun && !_hasBegun)
        {
            _hasBegun = true;
            Machine.TakeInput();
            Run();
        }

        while (!Machine.IsClosed && _wait is not null && Advance(_wait))
        {
        }

        var frames = RawFrame.Split(_output.WrittenSpan);
        _output.ResetWrittenCount();
        _written.AddRange(frames);
        return frames;
    }

    private bool Advance(AwaitTree wait)
    {
        var progress = Machine.Next(wait);
        switch (progress.Kind)
        {
            case ProgressKind.Decided:
                Resume();
                return true;
            case ProgressKind.Cancelled:
                _log.Add("cancelled;");
                Resume();
                return true;
            case ProgressKind.ExecuteRun when _slowRuns.Contains(progress.RunCompletionId):
                _slow.Enqueue(progress.RunCompletionId);
                return true;
            case ProgressKind.ExecuteRun:
                Propose(progress.RunCompletionId);
                return true;
            case ProgressKind.WaitForInput or ProgressKind.WaitForRun when _slow.TryDequeue(out var finished):
                Propose(finished);
                return true;
            case ProgressKind.WaitForRun:
                throw new InvalidOperationException("The machine waits for a run, and none is executing.");
            default:
                return false;
        }
    }

    private void Propose(uint completionId)
    {
        Machine.Runs.Propose(completionId, completionId % 4 == 0 ? CommandResult.Failed(new Failure(400, "no")) : CommandResult.Success("1"u8.ToArray()));
    }

    private void Resume()
    {
        foreach (var id in _open.ToArray())
        {
            if (Machine.TryTake(id, out var result))
            {
                _open.Remove(id);
                _log.Add(CommandText.Of(id, result));
            }
        }

        _wait = null;
        Run();
    }

    private void Run()
    {
        for (; _next < _scenario.Steps.Count; _next++)
        {
            var step = _scenario.Steps[_next];
            if (!step.IsWait)
            {
                Do(step, _next);
            }
            else if (_open.Count > 0)
            {
                _next++;
                Wait(step.Choose(_open), step.Operation == JournalOperation.All);
                return;
            }
        }

        if (_open.Count > 0)
        {
            Wait(_open, isForAll: false);
            return;
        }

        Machine.Complete(CommandResult.Success(System.Text.Encoding.UTF8.GetBytes(Log)));
    }

    private void Wait(IReadOnlyList<NotificationId> ids, bool isForAll)
    {
        AwaitNode[] leaves = [.. ids.Select(id => new LeafNode(id))];
        _wait = new AwaitTree(new CombinatorNode(isForAll ? CombinatorType.AllCompleted : CombinatorType.FirstCompleted, leaves));
    }

    private void Do(JournalStep step, int index)
    {
        switch (step.Operation)
        {
            case JournalOperation.Set:
                Machine.State.Set(step.StateName, "1"u8.ToArray());
                break;
            case JournalOperation.Clear:
                Machine.State.Clear(step.StateName);
                break;
            case JournalOperation.ClearAll:
                Machine.State.ClearAll();
                break;
            case JournalOperation.Get:
                var read = Machine.State.Get(step.StateName);
                Open(read.IsKnown, read.Value is null ? "none;" : "value;", read.Completion);
                break;
            case JournalOperation.GetKeys:
                var keys = Machine.State.GetKeys();
                Open(keys.Keys is not null, $"{string.Join('+', keys.Keys ?? [])};", keys.Completion);
                break;
            case JournalOperation.Sleep:
                _open.Add(Machine.Waits.Sleep(1_800_000_000_000, "nap", out _));
                break;
            case JournalOperation.Run:
            case JournalOperation.SlowRun:
                var run = Machine.Runs.Run("step");
                _open.Add(run);
                if (step.Operation == JournalOperation.SlowRun)
                {
                    _slowRuns.Add(run.Number);
                }

                break;
            case JournalOperation.Call:
                _open.Add(Machine.Calls.Call(new CallRequest { Service = "S", Handler = "h", Key = "k" }).Result);
                break;
            case JournalOperation.Send:
                _open.Add(Machine.Calls.Send(new CallRequest { Service = "S", Handler = "h" }, invokeTime: 0));
                break;
            case JournalOperation.Awakeable:
                _open.Add(Machine.Waits.CreateAwakeable().Notification);
                break;
            case JournalOperation.Signal:
                _open.Add(NotificationId.Named($"signal {index}"));
                break;
            case JournalOperation.GetPromise:
                _open.Add(Machine.Waits.GetPromise("p"));
                break;
            default:
                throw new InvalidOperationException($"{step.Operation} is a wait.");
        }
    }

    private void Open(bool isKnown, string log, NotificationId completion)
    {
        if (isKnown)
        {
            _log.Add(log);
        }
        else
        {
            _open.Add(completion);
        }
    }
}
