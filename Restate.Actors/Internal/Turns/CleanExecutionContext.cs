using System.Globalization;

namespace Restate.Actors.Internal.Turns;

/// <summary>Execution contexts that hold nothing of the caller: no <see cref="AsyncLocal{T}"/> of the web server, no activity, no culture.</summary>
internal static class CleanExecutionContext
{
    /// <summary>Gets the context of a thread on which nothing was ever set.</summary>
    public static ExecutionContext Empty { get; }

    /// <summary>Gets the context of user code: <see cref="Empty"/> with both cultures invariant, whatever the defaults of the process are.</summary>
    public static ExecutionContext Invariant { get; }

    // One field initializer each would start two threads.
    static CleanExecutionContext()
    {
        var capture = new Captured();
        var thread = new Thread(Captured.Fill);
        thread.UnsafeStart(capture);
        thread.Join();
        Empty = capture.Empty!;
        Invariant = capture.Invariant!;
    }

    /// <summary>What the thread hands over. A type of its own: the thread must not touch the class whose initializer waits for it.</summary>
    private sealed class Captured
    {
        public ExecutionContext? Empty { get; private set; }

        public ExecutionContext? Invariant { get; private set; }

        public static void Fill(object? state)
        {
            var captured = (Captured)state!;
            captured.Empty = ExecutionContext.Capture();
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            captured.Invariant = ExecutionContext.Capture();
        }
    }
}
