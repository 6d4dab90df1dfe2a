using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.Filters;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Filters;

/// <summary>Filters and carried headers where each await suspends, so that each is replayed.</summary>
[Collection(nameof(SuspendingServer))]
public sealed class FilterOnServerTests(SuspendingServer server) : ServerTest(server)
{
    private readonly TenantDirectory _directory = new();
    private readonly FilterScript _script = new();

    private ITenantDesk Desk => Client.GetActor<ITenantDesk>(Key);

    [Fact]
    [Capability("Hooks", "Ambient values (tenant, user) carried through calls")]
    [Capability("Hooks", "Around handler")]
    public async Task Tenant_ThroughCallsAndSends_IsCarriedAndChecked()
    {
        await using var host = await StartHostAsync();

        var tenants = await Desk.Call(desk => desk.TenantsAsync(3), As(TenantDirectory.Known));

        Assert.Equal(Enumerable.Repeat(TenantDirectory.Known.ToString(), 4), tenants);
        await Eventually.BecomesTrueAsync(async () => await Client.GetActor<ITenantDesk>($"{Key}-3-2-1-sent").LastAsync() == TenantDirectory.Known.ToString());
        Assert.Equal(5, _directory.Questions);
        host.Logs.Verify();
    }

    [Fact]
    [Capability("Identity and security", "Caller authentication in front of handlers (filters, policies)")]
    public async Task Tenant_UnknownOrMissing_IsRefused()
    {
        await using var host = await StartHostAsync();

        var unknown = await Assert.ThrowsAsync<TerminalException>(() => Desk.Call(desk => desk.TenantsAsync(0), As(Guid.NewGuid())));
        var missing = await Assert.ThrowsAsync<TerminalException>(() => Desk.TenantsAsync(0));

        Assert.Equal((403, "not for you"), (unknown.Code, unknown.Message));
        Assert.Equal((401, "who are you?"), (missing.Code, missing.Message));
        Assert.Equal("none", await Desk.LastAsync());
        host.Logs.Verify();
    }

    [Fact]
    [Capability("Hooks", "Around run")]
    public async Task OtherFilters_OnTheServer_SurroundWhatTheyShould()
    {
        await using var host = await StartHostAsync();
        _script.Attempt = async (attempt, next) =>
        {
            await next();
            lock (_script.Notes)
            {
                _script.Notes.Add($"attempt {attempt.Outcome}");
            }
        };
        _script.Run = async (step, next) =>
        {
            await next();
            lock (_script.Notes)
            {
                _script.Notes.Add($"run {step.Name}");
            }
        };
        _script.Outgoing = static (call, next) =>
        {
            call.Headers["x-from"] = call.Caller!.Key;
            return next();
        };

        await Desk.Call(desk => desk.TenantsAsync(-1), As(TenantDirectory.Known));

        lock (_script.Notes)
        {
            Assert.Equal(["run check tenant", "attempt Suspended", "attempt Completed"], _script.Notes.Where(note => note != "attempt Aborted"));
        }
    }

    private static CallOptions As(Guid tenant) => new() { Headers = new Dictionary<string, string>([TenantDesk.Tenant.For(tenant)]) };

    private Task<ActorHost> StartHostAsync()
    {
        return ActorHost.StartAsync(Server, ActorHostSettings.Of(typeof(TenantDesk)) with
        {
            Add = builder =>
            {
                builder.Services.AddSingleton(_directory).AddSingleton(_script);
                builder.AddFilter<TenantPolicy>().CarryHeader(TenantDesk.Tenant)
                    .AddOutgoingFilter<ScriptedFilter>().AddRunFilter<ScriptedFilter>().AddAttemptFilter<ScriptedFilter>();
            },
        });
    }
}
