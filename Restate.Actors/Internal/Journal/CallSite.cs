using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Restate.Actors.Internal.Journal;

/// <summary>Where in the handler's code an operation was called, for errors that the handler itself does not throw.</summary>
internal static class CallSite
{
    /// <summary>Gets the frames of the code that called into this library; with files and lines where there are symbols.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A frame whose method was trimmed is left out.")]
    public static string Capture()
    {
        var frames = new StackTrace(fNeedFileInfo: true).GetFrames().Where(frame => frame.GetMethod()?.DeclaringType is { } type && !IsOurs(type));
        return string.Concat(frames.Select(frame => new StackTrace(frame).ToString()));
    }

    private static bool IsOurs(Type type)
    {
        return type.Assembly == typeof(CallSite).Assembly || type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
    }
}
