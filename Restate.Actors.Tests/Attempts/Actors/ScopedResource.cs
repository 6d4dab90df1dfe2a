namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>A scoped service that tells when it is disposed.</summary>
public sealed class ScopedResource(Script script) : IDisposable
{
    public void Dispose() => script.Disposal();
}
