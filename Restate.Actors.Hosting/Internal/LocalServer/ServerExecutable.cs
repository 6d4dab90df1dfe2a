namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>A server executable and what led to it.</summary>
internal sealed record ServerExecutable(string Path, string Source);
