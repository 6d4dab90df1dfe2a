using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>Runs: the command first, then the closure's result as a proposal, then the server's word that it is stored.</summary>
/// <remarks>Source: service protocol, run commands. Up to version 6 the server echoes the whole result; from version 7 it sends an acknowledgement.</remarks>
internal sealed class RunJournal(CommandLog commands, NotificationLog notifications, ServiceProtocolVersion version)
{
    // A century: what a timer of any server could have counted, and far from the limits of a time span.
    private const ulong LongestDuration = 100UL * 365 * 24 * 60 * 60 * 1000;

    private readonly RunTable _runs = new();
    private Dictionary<uint, CommandResult>? _proposed;
    private uint _retryCount;
    private TimeSpan _retryDuration;

    public void Load(StartMessage start)
    {
        _retryCount = start.RetryCountSinceLastStoredEntry;
        _retryDuration = _retryCount == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(start.DurationSinceLastStoredEntry, LongestDuration));
    }

    /// <summary>Writes a run. Its closure is executed when <see cref="StartNext"/> names it; a replayed one never.</summary>
    public NotificationId Run(string name)
    {
        commands.ThrowIfClosed();
        var completionId = commands.Ids.NextCompletion();
        commands.Append(new RunCommand(completionId, name));
        if (!notifications.HasRunResult(completionId))
        {
            _runs.Add(new RunState(completionId, commands.Current(MessageType.RunCommand, name)));
        }

        return NotificationId.Completion(completionId);
    }

    /// <summary>Tells whether the closure of a run is to be executed, or executes.</summary>
    public bool HasNoResult(NotificationId id) => _runs.FindCommand(id) is not null;

    public RunState? StartNext(IAwaitPoint awaitPoint) => _runs.StartNext(awaitPoint);

    public bool IsAnyExecuting => _runs.ExecutingCount > 0;

    public bool IsAnyAwaitedExecuting(IAwaitPoint awaitPoint) => _runs.IsAnyExecuting(awaitPoint);

    public RelatedCommand? FindCommand(NotificationId id) => _runs.FindCommand(id);

    /// <summary>Proposes the result of a closure. The handler goes on when the server has stored it.</summary>
    /// <remarks>Nothing is written when the attempt has ended, or when the server brought a result of an earlier attempt meanwhile.</remarks>
    public void Propose(uint completionId, CommandResult result)
    {
        if (commands.IsClosed || !_runs.TryFinish(completionId, out var run))
        {
            return;
        }

        try
        {
            commands.Writer.WriteRunProposal(completionId, result);
        }
        catch (ProtocolException error)
        {
            commands.Fail(error.Code, error.Message, run.Command);
            return;
        }

        if (version >= ServiceProtocolVersion.V7)
        {
            (_proposed ??= [])[completionId] = result;
        }
    }

    /// <summary>Decides what becomes of a run whose closure failed: another attempt, or a terminal failure that is stored.</summary>
    /// <param name="completionId">The run.</param>
    /// <param name="failure">How the closure failed.</param>
    /// <param name="policy">When it is tried again, or <see langword="null"/> for the policy of the server.</param>
    public void Fail(uint completionId, in RunFailure failure, RunRetryPolicy? policy)
    {
        if (commands.IsClosed || _runs.FindCommand(NotificationId.Completion(completionId)) is not { } command)
        {
            return;
        }

        var isFirst = commands.IsAtFirstNewCommand;
        var attempts = (isFirst ? _retryCount : 0) + 1;
        var elapsed = (isFirst ? _retryDuration : TimeSpan.Zero) + failure.Elapsed;
        if (policy is null || !policy.IsExhausted(attempts, elapsed))
        {
            EndAttempt(command, failure, failure.RetryAfter ?? policy?.DelayAfter(attempts), ErrorBehavior.Retry);
        }
        else if (policy.PauseWhenExhausted && version >= ServiceProtocolVersion.V7)
        {
            EndAttempt(command, failure, delay: null, ErrorBehavior.Pause);
        }
        else
        {
            Propose(completionId, CommandResult.Failed(new Failure(failure.Code, failure.Message)));
        }
    }

    /// <summary>Takes the server's word that a proposal is stored; the result takes its place among the notifications.</summary>
    public void ReceiveAck(uint completionId)
    {
        if (_proposed is null || !_proposed.Remove(completionId, out var result))
        {
            throw commands.Violation($"The server acknowledged the result of run {completionId}, which this attempt did not propose.");
        }

        notifications.AddRunResult(completionId, result);
    }

    /// <summary>Forgets a run whose result was released.</summary>
    public void OnResult(uint completionId) => _runs.Remove(completionId);

    private void EndAttempt(RelatedCommand command, in RunFailure failure, TimeSpan? delay, ErrorBehavior behavior)
    {
        commands.Fail(new JournalException(failure.Code, failure.Message, command), failure.StackTrace, delay, behavior);
    }
}
