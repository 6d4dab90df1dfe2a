namespace Restate.Actors.Internal.Admin;

internal sealed record RestartedInvocation(string NewInvocationId);
