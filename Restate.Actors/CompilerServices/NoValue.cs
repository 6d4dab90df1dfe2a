using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>The input of a handler without parameters and the output of a handler without a result. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NoValue
{
    /// <summary>Turns a task without a result into one of this type.</summary>
    /// <param name="task">The task of a handler.</param>
    /// <returns>A task that completes with it.</returns>
    public static ValueTask<NoValue> FromAsync(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsCompletedSuccessfully ? default : AwaitAsync(task);
    }

    /// <summary>Turns a value task without a result into one of this type.</summary>
    /// <param name="task">The task of a handler.</param>
    /// <returns>A task that completes with it.</returns>
    public static ValueTask<NoValue> FromAsync(ValueTask task)
    {
        return task.IsCompletedSuccessfully ? default : AwaitAsync(task.AsTask());
    }

    private static async ValueTask<NoValue> AwaitAsync(Task task)
    {
        // Resumes on the turn scheduler of the handler, so the context is kept.
        await task.ConfigureAwait(true);
        return default;
    }
}
