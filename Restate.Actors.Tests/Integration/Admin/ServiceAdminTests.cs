using Restate.Actors.Admin;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Admin;

[Collection(RealServer.Name)]
public sealed class ServiceAdminTests(RestateServerFixture fixture) : AdminTest(fixture)
{
    [Fact]
    public async Task Get_EachKind_WithItsHandlers()
    {
        var cashbox = await Admin.Services.GetAsync("Cashbox");
        var wreck = await Admin.Services.GetAsync("Wreck");
        var voyage = await Admin.Services.GetAsync("Voyage");

        Assert.Equal((ServiceKind.VirtualObject, ServiceKind.Service, ServiceKind.Workflow), (cashbox.Kind, wreck.Kind, voyage.Kind));
        Assert.Equal([("Add", HandlerMode.Exclusive), ("Hold", HandlerMode.Exclusive)], cashbox.Handlers.Select(handler => (handler.Name, handler.Mode)));
        Assert.Equal(HandlerMode.Workflow, Assert.Single(voyage.Handlers).Mode);
        Assert.All(wreck.Handlers, handler => Assert.Equal(HandlerMode.None, handler.Mode));
        Assert.Equal(TimeSpan.FromHours(1), wreck.RetryPolicy!.InitialInterval);
        Assert.Equal(OnMaxAttempts.Pause, wreck.RetryPolicy.OnMaxAttempts);
        Assert.Equal(TimeSpan.FromDays(1), cashbox.IdempotencyRetention);
        Assert.Null(cashbox.WorkflowCompletionRetention);
        Assert.Equal(TimeSpan.FromDays(1), voyage.WorkflowCompletionRetention);
        Assert.True(cashbox.IsPublic);
    }

    [Fact]
    public async Task List_ContainsThemInOrder()
    {
        var names = (await Admin.Services.ListAsync()).Select(service => service.Name).ToArray();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Contains("Cashbox", names);
        Assert.Contains("Voyage", names);
    }

    [Fact]
    public async Task Get_Unknown_NotFound()
    {
        await Assert.ThrowsAsync<RestateNotFoundException>(() => Admin.Services.GetAsync("NobodyServesThis"));
        await Assert.ThrowsAsync<RestateNotFoundException>(
            () => Admin.Services.UpdateAsync("NobodyServesThis", new ServiceChanges { IsPublic = false }));
    }

    [Fact]
    [Capability("Admin client", "Typed admin client")]
    public async Task Update_EachSetting_IsEffective()
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync("AdminTuned", "WORKFLOW");
        await Admin.Deployments.RegisterAsync(endpoint.Uri);

        var changed = await Admin.Services.UpdateAsync("AdminTuned", new ServiceChanges
        {
            IsPublic = false,
            JournalRetention = TimeSpan.FromHours(2),
            WorkflowCompletionRetention = TimeSpan.FromDays(3),
            InactivityTimeout = TimeSpan.FromMilliseconds(1_500),
            AbortTimeout = TimeSpan.FromMinutes(5),
        });
        var read = await Admin.Services.GetAsync("AdminTuned");

        foreach (var service in new[] { changed, read })
        {
            Assert.False(service.IsPublic);
            Assert.Equal(TimeSpan.FromHours(2), service.JournalRetention);
            Assert.Equal(TimeSpan.FromDays(3), service.WorkflowCompletionRetention);
            Assert.Equal(TimeSpan.FromMilliseconds(1_500), service.InactivityTimeout);
            Assert.Equal(TimeSpan.FromMinutes(5), service.AbortTimeout);
        }
    }

    [Fact]
    public async Task Update_WorkflowRetentionOfAnotherKind_BadRequest()
    {
        await Assert.ThrowsAsync<RestateBadRequestException>(
            () => Admin.Services.UpdateAsync("Wreck", new ServiceChanges { WorkflowCompletionRetention = TimeSpan.FromDays(3) }));
    }
}
