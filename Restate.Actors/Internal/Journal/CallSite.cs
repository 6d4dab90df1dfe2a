using System.Diagnostics;

namespace Restate.Actors.Internal.Journal;

/// <summary>Where in the handler's code an operation was called, for errors that the handler itself does not throw.</summary>
internal static class CallSite
{
    /// <summary>Gets the frames of the code that this library called and that called it back; with files and lines where there are symbols.</summary>
    /// <returns>The frames as text; empty where no handler is on the stack, or where the application is built without support for stack traces.</returns>
    public static string Capture()
    {
        var frames = new List<StackFrame>();
        foreach (var frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            switch (DiagnosticMethodInfo.Create(frame))
            {
                case { } method when IsOfThisLibrary(method) && frames.Count > 0:
                    // The pump. What called it is no code of the handler.
                    return string.Concat(frames.Select(seen => new StackTrace(seen).ToString()));
                case { } method when !IsOfThisLibrary(method) && !IsOfThePlatform(method):
                    frames.Add(frame);
                    break;
                default:
                    break;
            }
        }

        return string.Empty;
    }

    private static bool IsOfThisLibrary(DiagnosticMethodInfo method) => method.DeclaringAssemblyName == typeof(CallSite).Assembly.FullName;

    private static bool IsOfThePlatform(DiagnosticMethodInfo method) => method.DeclaringTypeName?.StartsWith("System.", StringComparison.Ordinal) == true;
}
