using System.Text;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>The operations that a scripted handler has; each is one call of the journal.</summary>
internal sealed class HandlerContext(JournalMachine machine, string input, int attempt)
{
    public const ulong Now = 1_800_000_000_000;

    private readonly Dictionary<NotificationId, TestRun> _runs = [];

    public JournalMachine Machine => machine;

    /// <summary>Gets the input as JSON text.</summary>
    public string Input => input;

    /// <summary>Gets the number of this attempt, from 1; for handlers that fail a few times.</summary>
    public int Attempt => attempt;

    /// <summary>Gets what the handler awaits while it is parked.</summary>
    public DurableFuture? Awaited { get; private set; }

    private Action? Continuation { get; set; }

    public void Park(DurableFuture future, Action continuation)
    {
        Awaited = future;
        Continuation = continuation;
    }

    public void Resume()
    {
        Awaited = null;
        Continuation!();
    }

    public TestRun RunOf(uint completionId) => _runs[NotificationId.Completion(completionId)];

    public DurableFuture Get(string key)
    {
        var read = machine.State.Get(key);
        return read.IsKnown ? DurableFuture.Known(this, TextOrNull(read.Value)) : Leaf(read.Completion);
    }

    public DurableFuture Keys()
    {
        var read = machine.State.GetKeys();
        return read.Keys is { } keys ? DurableFuture.Known(this, Json.Of(keys)) : Leaf(read.Completion);
    }

    public void Set(string key, string json) => machine.State.Set(key, Encoding.UTF8.GetBytes(json));

    public void Clear(string key) => machine.State.Clear(key);

    public void ClearAll() => machine.State.ClearAll();

    public DurableFuture Sleep(ulong milliseconds, string name = "") => Leaf(machine.Waits.Sleep(Now + milliseconds, name, out _));

    public DurableFuture Run(string name, TestRun run)
    {
        var id = machine.Runs.Run(name);
        _runs.Add(id, run);
        return Leaf(id);
    }

    public DurableFuture Run(string name, string json) => Run(name, TestRun.Returning(json));

    public (DurableFuture InvocationId, DurableFuture Result) Call(CallRequest request)
    {
        var ids = machine.Calls.Call(request);
        return (Leaf(ids.InvocationId), Leaf(ids.Result));
    }

    public DurableFuture Call(string service, string handler, string json, string key = "")
    {
        return Call(new CallRequest { Service = service, Handler = handler, Key = key, Parameter = Encoding.UTF8.GetBytes(json) }).Result;
    }

    public DurableFuture Send(CallRequest request, ulong delay = 0) => Leaf(machine.Calls.Send(request, delay == 0 ? 0 : Now + delay));

    public (string Id, DurableFuture Result) Awakeable()
    {
        var (id, notification) = machine.Waits.CreateAwakeable();
        return (id, Leaf(notification));
    }

    public DurableFuture Signal(string name) => Leaf(NotificationId.Named(name));

    public DurableFuture GetPromise(string name) => Leaf(machine.Waits.GetPromise(name));

    public DurableFuture PeekPromise(string name) => Leaf(machine.Waits.PeekPromise(name));

    public DurableFuture CompletePromise(string name, CommandResult result) => Leaf(machine.Waits.CompletePromise(name, result));

    public DurableFuture Attach(AttachTarget target) => Leaf(machine.Calls.Attach(target));

    public DurableFuture GetOutput(AttachTarget target) => Leaf(machine.Calls.GetOutput(target));

    public DurableFuture Race(params DurableFuture[] futures)
    {
        return Combine(CombinatorType.FirstCompleted, futures, () => futures.FirstOrDefault(future => future.Settle() is not null)?.Outcome);
    }

    public DurableFuture All(params DurableFuture[] futures)
    {
        return Combine(
            CombinatorType.AllSucceededOrFirstFailed,
            futures,
            () => futures.FirstOrDefault(future => future.Settle()?.Error is not null)?.Outcome
                ?? (futures.All(future => future.Settle() is not null) ? new Outcome(Value: null) : null));
    }

    public DurableFuture Any(params DurableFuture[] futures)
    {
        return Combine(
            CombinatorType.FirstSucceededOrAllFailed,
            futures,
            () => futures.FirstOrDefault(future => future.Settle() is { Error: null })?.Outcome
                ?? (futures.All(future => future.Settle() is not null) ? futures[^1].Outcome : null));
    }

    public DurableFuture AllSettled(params DurableFuture[] futures)
    {
        return Combine(
            CombinatorType.AllCompleted,
            futures,
            () => futures.Count(future => future.Settle() is not null) == futures.Length ? new Outcome(Value: null) : null);
    }

    public DurableFuture Map(DurableFuture future, Func<string?, string?> map)
    {
        return Combine(
            CombinatorType.Unknown,
            [future],
            () => future.Settle() is { } outcome ? outcome.Error is null ? new Outcome(map(outcome.Value)) : outcome : null);
    }

    public DurableFuture Leaf(NotificationId id)
    {
        return new DurableFuture(this, new LeafNode(id), () => machine.TryTake(id, out var result) ? Read(result) : null) { Id = id };
    }

    private DurableFuture Combine(CombinatorType kind, DurableFuture[] futures, Func<Outcome?> settle)
    {
        return new DurableFuture(this, new CombinatorNode(kind, [.. futures.Select(future => future.Node)]), settle);
    }

    private static Outcome Read(NotificationResult result) => result.Kind switch
    {
        NotificationResultKind.Value => new Outcome(Encoding.UTF8.GetString(result.Value.Span)),
        NotificationResultKind.InvocationId => new Outcome(Json.Of(result.InvocationId!)),
        NotificationResultKind.StateKeys => new Outcome(Json.Of(result.StateKeys!)),
        NotificationResultKind.Failure => new Outcome(
            Value: null,
            TerminalException.Received(result.Failure!.Code, result.Failure.Message, result.Failure.Metadata.ToDictionary())),
        _ => new Outcome(Value: null),
    };

    private static string? TextOrNull(ReadOnlyMemory<byte>? value) => value is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
}
