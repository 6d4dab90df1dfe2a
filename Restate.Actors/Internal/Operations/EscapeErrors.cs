using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Internal.Operations;

/// <summary>The texts for code that left its invocation.</summary>
internal static class EscapeErrors
{
    public static InvalidOperationException OffScheduler(Invocation invocation, string operation)
    {
        if (RunScope.Current is { } step)
        {
            return InsideStep(operation, $"Run(\"{step}\") of {invocation.Name}");
        }

        if (TurnScheduler.Current is null && invocation.Turns.Owner is null)
        {
            return new InvalidOperationException(
                $"[RSTA2011] {operation} was used after the attempt of {invocation.Name} that it belongs to had ended. "
                + "Do not keep proxies, state or contexts in static fields or in services that live longer than an attempt, and await what the handler starts.");
        }

        return TurnScheduler.Current is null
            ? new InvalidOperationException(
                $"[RSTA2004] {operation} was used outside the turn scheduler of {invocation.Name}. The code left it before: by Task.Run, by ConfigureAwait(false) "
                + "on a task that is not durable, or by a callback of another thread. Put such work inside Run(...), or await it with the context.")
            : new InvalidOperationException(
                $"[RSTA2011] {operation} was used by another invocation than the one of {invocation.Name} that it belongs to. "
                + "Do not keep proxies, state or contexts in static fields or in services that live longer than an attempt.");
    }

    public static InvalidOperationException InsideStep(string operation, string step) => new(
        $"[RSTA2010] {operation} was used inside {step}. Inside a step nothing durable can be used; do it before or after the step and hand the value in.");

    public static string ForeignAwait(Invocation invocation)
    {
        return $"[RSTA2003] {invocation.Name} awaited something that is not durable: a task of another thread (HTTP, a database, Task.Delay without Time, Task.Run) "
            + "was awaited outside Run(...). Its outcome is not in the journal, so a replay could go another way. "
            + "Put it inside Run(\"name\", run => ...), or use the durable form, such as Task.Delay(delay, Time).";
    }
}
