using System.Text;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>The closure of a run and what becomes of it.</summary>
internal sealed record TestRun
{
    private CommandResult? Result { get; init; }

    private RunFailure Failure { get; init; }

    public RunRetryPolicy? Policy { get; init; }

    /// <summary>Gets whether the closure finishes only when nothing else can go on.</summary>
    public bool IsSlow { get; init; }

    public static TestRun Returning(string json) => new() { Result = CommandResult.Success(Encoding.UTF8.GetBytes(json)) };

    public static TestRun Ending(int code, string message) => new() { Result = CommandResult.Failed(new Failure(code, message)) };

    public static TestRun Failing(string message, RunRetryPolicy? policy = null)
    {
        return new TestRun { Failure = new RunFailure(ErrorCodes.Internal, message, "at handler", TimeSpan.Zero), Policy = policy };
    }

    public void Finish(JournalMachine machine, uint completionId)
    {
        if (Result is { } result)
        {
            machine.Runs.Propose(completionId, result);
        }
        else
        {
            machine.Runs.Fail(completionId, Failure, Policy);
        }
    }
}
