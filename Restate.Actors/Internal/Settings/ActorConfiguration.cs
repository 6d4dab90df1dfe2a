namespace Restate.Actors.Internal.Settings;

/// <summary>Options of one actor that the host's code sets.</summary>
/// <param name="Actor">The class or the contract.</param>
/// <param name="Apply">Sets them.</param>
internal sealed record ActorConfiguration(Type Actor, Action<ActorServiceOptions> Apply);
