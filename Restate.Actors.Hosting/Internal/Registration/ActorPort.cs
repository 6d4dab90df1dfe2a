namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>The port that <c>ListenRestateActors</c> opened for the server.</summary>
internal sealed record ActorPort(int Number);
