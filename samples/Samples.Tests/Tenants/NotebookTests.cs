using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Tenants;
using Xunit;

namespace Samples.Tests.Tenants;

/// <summary>Who reaches what, and where the tenant goes.</summary>
public sealed class NotebookTests
{
    private readonly ChangingDirectory _directory = new();

    [Fact]
    public async Task Write_OwnNotebook_IsWrittenAndTheAccountOfTheTenantIsCharged()
    {
        await using var host = await StartAsync();

        var count = await Notebook(host, "acme/plans").Call(notebook => notebook.Write("buy anvils"), As("acme"));

        Assert.Equal(1, count);
        await host.WhenIdleAsync();
        Assert.Equal("acme/usage", Assert.Single(host.SendsTo<IUsage>()).Key);
        Assert.Equal(1, await host.GetActor<IUsage>("acme/usage").Call(usage => usage.Total(), As("acme")));
        Assert.Equal(["buy anvils"], await Notebook(host, "acme/plans").Call(notebook => notebook.Read(), As("acme")));
    }

    [Fact]
    public async Task Read_NotebookOfAnother_403()
    {
        await using var host = await StartAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => Notebook(host, "acme/plans").Call(notebook => notebook.Read(), As("globex")));

        Assert.Equal((403, "Notebook 'acme/plans' does not belong to globex."), (error.Code, error.Message));
        Assert.Equal(0, _directory.Questions);
    }

    [Fact]
    public async Task Read_WithoutTenant_401()
    {
        await using var host = await StartAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => Notebook(host, "acme/plans").Read());

        Assert.Equal((401, "The request names no tenant."), (error.Code, error.Message));
    }

    [Fact]
    public async Task Write_AccountClosed_403AndNothingIsWritten()
    {
        await using var host = await StartAsync();
        _directory.IsOpen = false;

        var error = await Assert.ThrowsAsync<TerminalException>(() => Notebook(host, "acme/plans").Call(notebook => notebook.Write("x"), As("acme")));

        Assert.Equal((403, "The account of acme is closed."), (error.Code, error.Message));
        Assert.Empty(host.SendsTo<IUsage>());
    }

    [Fact]
    public async Task Write_Replayed_DirectoryIsAskedOncePerHandler()
    {
        await using var host = await StartAsync();

        await Notebook(host, "acme/plans").Call(notebook => notebook.Write("x"), As("acme"));
        await host.WhenIdleAsync();

        // The notebook and the account, although each await is replayed.
        Assert.Equal(2, _directory.Questions);
    }

    [Fact]
    public async Task Attempts_AreCountedPerTenant()
    {
        await using var host = await StartAsync();

        await Notebook(host, "acme/plans").Call(notebook => notebook.Read(), As("acme"));

        var attempts = host.Services.GetRequiredService<TenantAttempts>();
        Assert.True(attempts["acme"] > 0);
        Assert.Equal(0, attempts["globex"]);
    }

    private static CallOptions As(string tenant) => new() { Headers = new Dictionary<string, string>([Tenant.Header.For(tenant)]) };

    private static INotebook Notebook(ActorTestHost host, string key) => host.GetActor<INotebook>(key);

    private Task<ActorTestHost> StartAsync() => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors().AddTenants(),
        services => services.AddSingleton<ITenantDirectory>(_directory),
        options => options.ReplayAlways = true);

    private sealed class ChangingDirectory : ITenantDirectory
    {
        private int _questions;

        public bool IsOpen { get; set; } = true;

        public int Questions => _questions;

        public Task<bool> IsInOrderAsync(string tenant)
        {
            Interlocked.Increment(ref _questions);
            return Task.FromResult(IsOpen);
        }
    }
}
