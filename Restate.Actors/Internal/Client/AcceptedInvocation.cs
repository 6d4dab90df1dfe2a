namespace Restate.Actors.Internal.Client;

/// <summary>The server's confirmation of a send.</summary>
/// <param name="Id">The id of the invocation.</param>
/// <param name="IsPreviouslyAccepted">Whether the invocation was there already.</param>
internal readonly record struct AcceptedInvocation(string Id, bool IsPreviouslyAccepted);
