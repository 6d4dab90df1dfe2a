namespace Restate.Actors.Generators.Models;

/// <summary>The four return types of handlers.</summary>
internal enum ReturnShape
{
    Task,
    TaskOfT,
    ValueTask,
    ValueTaskOfT,
}
