using System.Globalization;

namespace Restate.Actors.Internal.Turns;

/// <summary>Execution contexts that hold nothing of the caller: no <see cref="AsyncLocal{T}"/> of the web server, no activity, no culture.</summary>
internal static class CleanExecutionContext
{
    /// <summary>Gets the context of a thread on which nothing was ever set.</summary>
    public static ExecutionContext Empty { get; }

    /// <summary>Gets a context for user code: <see cref="Empty"/> with both cultures invariant, whatever the defaults of the process are.</summary>
    /// <remarks>Where the defaults are invariant anyway it is <see cref="Empty"/> itself: cultures in a context make each change to it several times as expensive.</remarks>
    public static ExecutionContext Invariant
        => IsInvariantByDefault && CultureInfo.DefaultThreadCurrentCulture is null && CultureInfo.DefaultThreadCurrentUICulture is null ? Empty : MadeInvariant;

    private static bool IsInvariantByDefault { get; }

    private static ExecutionContext MadeInvariant { get; }

    // One field initializer each would start two threads.
    static CleanExecutionContext()
    {
        var capture = new Captured();
        var thread = new Thread(Captured.Fill);
        thread.UnsafeStart(capture);
        thread.Join();
        Empty = capture.Empty!;
        MadeInvariant = capture.Invariant!;
        IsInvariantByDefault = capture.IsInvariantByDefault;
    }

    /// <summary>What the thread hands over. A type of its own: the thread must not touch the class whose initializer waits for it.</summary>
    private sealed class Captured
    {
        public ExecutionContext? Empty { get; private set; }

        public ExecutionContext? Invariant { get; private set; }

        public bool IsInvariantByDefault { get; private set; }

        public static void Fill(object? state)
        {
            var captured = (Captured)state!;
            captured.Empty = ExecutionContext.Capture();
            captured.IsInvariantByDefault = IsInvariant(CultureInfo.CurrentCulture) && IsInvariant(CultureInfo.CurrentUICulture);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            captured.Invariant = ExecutionContext.Capture();
        }

        private static bool IsInvariant(CultureInfo culture) => ReferenceEquals(culture, CultureInfo.InvariantCulture);
    }
}
