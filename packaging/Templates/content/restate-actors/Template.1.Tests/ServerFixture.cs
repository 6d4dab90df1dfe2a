using Restate.Actors.Testing;

namespace Template._1.Tests;

/// <summary>One real Restate server for the tests that want it, on free ports, with data of its own.</summary>
public sealed class ServerFixture : RestateServerFixture, IAsyncLifetime
{
    Task IAsyncLifetime.InitializeAsync() => StartAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
