namespace Restate.Actors.Hosting.Internal.Discovery;

/// <summary>The manifest cannot be written in the version that the server asks for.</summary>
internal sealed class ManifestException(string message) : Exception(message);
