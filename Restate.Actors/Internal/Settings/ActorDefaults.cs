namespace Restate.Actors.Internal.Settings;

/// <summary>Options of all actors that the host's code sets.</summary>
internal sealed record ActorDefaults(Action<ActorOptions> Apply);
