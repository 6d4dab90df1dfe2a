namespace Restate.Actors.Tests.Testing.Actors;

/// <summary>A service whose disposal takes until the test lets it end.</summary>
public sealed class SlowLeaver(RelayPoints points) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(points.Leaves.Task);
}
