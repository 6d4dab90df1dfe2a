namespace Restate.Actors;

/// <summary>How Restate treats one handler. What is not set is as for its service.</summary>
public sealed class ActorHandlerOptions : ActorOptions
{
    internal ActorHandlerOptions()
    {
    }
}
