using Restate.Actors.Testing;
using Xunit;

namespace MigrationSample.Tests;

/// <summary>One real server for the tests that want it.</summary>
public sealed class ServerFixture : RestateServerFixture, IAsyncLifetime
{
    Task IAsyncLifetime.InitializeAsync() => StartAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
