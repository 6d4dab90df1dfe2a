using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Restate.Actors.Internal.Journal;

/// <summary>Where in the handler's code an operation was called, for errors that the handler itself does not throw.</summary>
internal static class CallSite
{
    /// <summary>Gets the frames of the code that this library called and that called it back; with files and lines where there are symbols.</summary>
    /// <returns>The frames as text; empty where no handler is on the stack.</returns>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A frame whose method was trimmed is left out.")]
    public static string Capture()
    {
        var frames = new List<StackFrame>();
        foreach (var frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            switch (frame.GetMethod()?.DeclaringType)
            {
                case { } type when type.Assembly == typeof(CallSite).Assembly && frames.Count > 0:
                    // The pump. What called it is no code of the handler.
                    return string.Concat(frames.Select(seen => new StackTrace(seen).ToString()));
                case { } type when type.Assembly != typeof(CallSite).Assembly && !IsOfThePlatform(type):
                    frames.Add(frame);
                    break;
                default:
                    break;
            }
        }

        return string.Empty;
    }

    private static bool IsOfThePlatform(Type type)
    {
        return type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
    }
}
