namespace Restate.Actors.Tests.Filters;

/// <summary>The code of the scripted filters, written by the test, and what they note.</summary>
public sealed class FilterScript
{
    public List<string> Notes { get; } = [];

    public Func<ActorCallContext, Func<Task>, Task> Incoming { get; set; } = static (_, next) => next();

    public Func<OutgoingCallContext, Func<Task>, Task> Outgoing { get; set; } = static (_, next) => next();

    public Func<RunFilterContext, Func<Task>, Task> Run { get; set; } = static (_, next) => next();

    public Func<AttemptContext, Func<Task>, Task> Attempt { get; set; } = static (_, next) => next();
}
