using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.Integration.Model;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>Invocations that pause or fail because the application says so, which version 7 of the protocol offers.</summary>
[Collection(nameof(NewProtocolServer))]
public sealed class PauseTests(NewProtocolServer servers)
{
    private readonly Probe _probe = new();
    private readonly string _topic = $"{Guid.NewGuid():N}";

    [Fact]
    [Capability("Side effects (run)", "Pause the invocation from a run")]
    public async Task Step_PauseWhenExhausted_PausesUntilItIsResumed()
    {
        await using var app = await StartAsync(JournalMismatchHandling.Retry);
        var invocation = await Plumber(app).Send(plumber => plumber.Pause(_topic));
        var id = await invocation.GetIdAsync();
        await BecomesAsync(id, "paused");

        await servers.Server.Admin.SendAsync(HttpMethod.Patch, $"/invocations/{id}/resume");

        Assert.Equal("open", await invocation.AttachAsync());
    }

    [Fact]
    [Capability("Errors", "Pause or fail on mismatch (v7)")]
    public async Task Mismatch_Pause_InvocationIsPaused()
    {
        await using var app = await StartAsync(JournalMismatchHandling.Pause);
        var invocation = await Plumber(app).Send(plumber => plumber.Mismatch(_topic));
        var id = await invocation.GetIdAsync();

        await BecomesAsync(id, "paused");

        await servers.Server.Admin.KillAsync(id);
    }

    [Fact]
    [Capability("Errors", "Pause or fail on mismatch (v7)")]
    public async Task Mismatch_Fail_CallerGetsIt()
    {
        await using var app = await StartAsync(JournalMismatchHandling.Fail);

        var error = await Assert.ThrowsAsync<TerminalException>(() => Plumber(app).Mismatch(_topic));

        Assert.Equal(570, error.Code);
        Assert.StartsWith("[RSTA0570] Journal mismatch at command 1 (SleepCommand 'other path').", error.Message, StringComparison.Ordinal);
    }

    private static IPlumber Plumber(ActorApp app) => app.Services.GetRequiredService<IRestateClient>().GetActor<IPlumber>();

    private Task<ActorApp> StartAsync(JournalMismatchHandling handling) => ActorApp.StartAsync(servers.Server, ["ModelPlumber"], actors =>
    {
        actors.Services.AddSingleton(_probe);
        actors.Services.Configure<RestateActorsOptions>(options => options.JournalMismatch = handling);
    });

    private Task BecomesAsync(string id, string status) => Eventually.BecomesTrueAsync(async () =>
    {
        var rows = await servers.Server.Admin.QueryAsync($"SELECT status FROM sys_invocation WHERE id = '{id}'");
        return rows.Count == 1 && rows[0]["status"]?.ToString() == status;
    });
}
