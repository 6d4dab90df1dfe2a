using System.Diagnostics.CodeAnalysis;

namespace Conformance.Services;

[Actor("Failing")]
public interface IFailing : IVirtualObject
{
    [Exclusive, Handler("terminallyFailingCall")]
    Task TerminallyFailingCall(FailureToPropagate failure);

    [Exclusive, Handler("callTerminallyFailingCall")]
    Task<string> CallTerminallyFailingCall(FailureToPropagate failure);

    [Exclusive, Handler("terminallyFailingSideEffect")]
    Task TerminallyFailingSideEffect(FailureToPropagate failure);

    [Exclusive, Handler("failingCallWithEventualSuccess")]
    Task<int> FailingCallWithEventualSuccess();

    [Exclusive, Handler("sideEffectSucceedsAfterGivenAttempts")]
    Task<int> SideEffectSucceedsAfterGivenAttempts(int minimumAttempts);

    [Exclusive, Handler("sideEffectFailsAfterGivenAttempts")]
    Task<int> SideEffectFailsAfterGivenAttempts(int maximumAttempts);
}

public sealed record FailureToPropagate(string ErrorMessage, Dictionary<string, string>? Metadata)
{
    public TerminalException ToException() => new(ErrorMessage, code: 500, Metadata);
}

[SuppressMessage("Restate.Determinism", "RSTA2015", Justification = "The suite asks for handlers that count their attempts in this process.")]
public sealed class Failing : VirtualObject, IFailing
{
    private const int SuccessAttempt = 4;

    private static readonly RunOptions Quickly = new() { InitialInterval = TimeSpan.FromMilliseconds(10), Factor = 1 };

    private static int CallAttempts;
    private static int SucceedingStepAttempts;
    private static int FailingStepAttempts;

    public Task TerminallyFailingCall(FailureToPropagate failure) => throw failure.ToException();

    public async Task<string> CallTerminallyFailingCall(FailureToPropagate failure)
    {
        await Actors.GetActor<IFailing>($"{NewGuid()}").TerminallyFailingCall(failure);
        throw new InvalidOperationException("The call should have failed.");
    }

    public Task TerminallyFailingSideEffect(FailureToPropagate failure)
    {
        return Run("fail", Task (_) => throw failure.ToException());
    }

    public Task<int> FailingCallWithEventualSuccess() => Task.FromResult(SucceedAt(SuccessAttempt, ref CallAttempts));

    public Task<int> SideEffectSucceedsAfterGivenAttempts(int minimumAttempts)
    {
        return Run("succeed-at-last", _ => SucceedAt(minimumAttempts, ref SucceedingStepAttempts), Quickly);
    }

    public async Task<int> SideEffectFailsAfterGivenAttempts(int maximumAttempts)
    {
        var options = new RunOptions { InitialInterval = Quickly.InitialInterval, Factor = Quickly.Factor, MaxAttempts = maximumAttempts };
        try
        {
            await Run("fail-always", Task (_) => throw new InvalidOperationException($"failed {Interlocked.Increment(ref FailingStepAttempts)} times"), options);
        }
        catch (TerminalException)
        {
            return Volatile.Read(ref FailingStepAttempts);
        }

        throw new TerminalException("The step should have failed.");
    }

    private static int SucceedAt(int attempt, ref int attempts)
    {
        var current = Interlocked.Increment(ref attempts);
        if (current < attempt)
        {
            throw new InvalidOperationException($"Attempt {current} fails.");
        }

        Interlocked.Exchange(ref attempts, 0);
        return current;
    }
}
