using System.Text.Json;
using Restate.Actors.Admin;
using Xunit;

namespace Restate.Actors.Tests.Admin;

/// <summary>What still needs a deployment, the wait for its end, and its removal.</summary>
public sealed class DrainTests : IDisposable
{
    private const string Id = "dp_1";

    private readonly AdminHost _host = new();

    private IDeploymentAdmin Deployments => _host.Admin.Deployments;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Usage_CurrentServicesAndInvocations_AreTold()
    {
        Knows(Id);
        Looks(count: 2, ("A", "dp_2"), ("B", Id), ("C", Id));

        var usage = await Deployments.GetUsageAsync(Id);

        Assert.Equal((Id, 2L, false), (usage.DeploymentId, usage.InvocationCount, usage.IsDrained));
        Assert.Equal(["B", "C"], usage.CurrentServices);
        Assert.Equal(["inv_0", "inv_1"], usage.OldestInvocations.Select(invocation => invocation.Id));
        using var query = JsonDocument.Parse(_host.Server.Requests[2].Body);
        Assert.Equal(
            "SELECT count(1) AS invocations FROM sys_invocation WHERE (pinned_deployment_id = 'dp_1' AND status <> 'completed') "
            + "OR (pinned_deployment_id IS NULL AND status = 'running' AND last_attempt_deployment_id = 'dp_1')",
            query.RootElement.GetProperty("query").GetString());
    }

    [Fact]
    public async Task Wait_Drains_TwoLooksInARowEndIt()
    {
        Knows(Id);
        Looks(count: 2, ("A", "dp_2"));
        Looks(count: 0, ("A", "dp_2"));
        Looks(count: 1, ("A", "dp_2"));
        Looks(count: 0, ("A", "dp_2"));
        Looks(count: 0, ("A", "dp_2"));
        List<long> counts = [];

        await Deployments.WaitUntilDrainedAsync(Id, new DrainOptions { Progress = new Listener(usage => counts.Add(usage.InvocationCount)) });

        Assert.Equal([2, 0, 1, 0, 0], counts);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(2), 4), _host.Time.Waits.Where(wait => wait != Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task Wait_TimeIsOver_SaysWhatIsLeft()
    {
        Knows(Id);
        Looks(count: 1, ("A", "dp_2"));
        Looks(count: 1, ("A", "dp_2"));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => Deployments.WaitUntilDrainedAsync(Id, new DrainOptions { Timeout = TimeSpan.FromSeconds(3) }));

        Assert.Equal(
            """
            Deployment dp_1 was not drained within 00:00:03.
              invocations bound to it:  1
                inv_0 A/k/Run, Suspended
            Keep its code running until they have finished: WaitUntilDrainedAsync waits for it. If they take too long, cancel them (IRestateAdmin.Invocations.CancelAsync), or let them go on with newer code that fits their journals (ResumeAsync with DeploymentChoice.Latest, for paused ones).
            """,
            error.Message);
    }

    [Fact]
    public async Task Wait_NewInvocationsGoToIt_HasNoEnd()
    {
        Knows(Id);
        Looks(count: 0, ("A", Id));

        var error = await Assert.ThrowsAsync<RestateConflictException>(() => Deployments.WaitUntilDrainedAsync(Id));

        Assert.Equal(
            """
            Deployment dp_1 cannot be drained.
              new invocations go to it: A
              invocations bound to it:  0
            Register a deployment that serves these services first. If they are given up, remove this one with RemoveAsync(force: true).
            """,
            error.Message);
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        Knows(Id);
        Looks(count: 1, ("A", "dp_2"));
        using var cancellation = new CancellationTokenSource();
        var options = new DrainOptions { Progress = new Listener(_ => cancellation.Cancel()) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Deployments.WaitUntilDrainedAsync(Id, options, cancellation.Token));
    }

    [Theory]
    [InlineData(0, -1, "options.Interval")]
    [InlineData(1, -2, "options.Timeout")]
    public async Task Wait_WrongOptions_Refused(int interval, int timeout, string name)
    {
        Knows(Id);
        var options = new DrainOptions { Interval = TimeSpan.FromMilliseconds(interval), Timeout = TimeSpan.FromMilliseconds(timeout) };

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Deployments.WaitUntilDrainedAsync(Id, options));

        Assert.Equal(name, error.ParamName);
    }

    [Fact]
    public async Task Remove_Needed_IsNotSent()
    {
        Knows(Id);
        Looks(count: 1, ("A", "dp_2"));

        var error = await Assert.ThrowsAsync<RestateConflictException>(() => Deployments.RemoveDrainedAsync(Id));

        Assert.StartsWith("Deployment dp_1 was not removed: it is still needed.\n  invocations bound to it:  1\n    inv_0 A/k/Run, Suspended\n", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Server.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task Remove_Drained_IsForced()
    {
        Knows(Id);
        Looks(count: 0, ("A", "dp_2"));
        _host.Server.Answers(202);

        await Deployments.RemoveDrainedAsync(Id);

        Assert.Equal(("DELETE", "http://localhost:9070/deployments/dp_1?force=true"), (_host.Server.Requests[^1].Method, _host.Server.Requests[^1].Uri));
    }

    [Fact]
    public async Task Anything_UnknownDeployment_NotFound()
    {
        _host.Server.Answers(404, """{"message":"The requested deployment 'dp_1' does not exist"}""");

        await Assert.ThrowsAsync<RestateNotFoundException>(() => Deployments.GetUsageAsync(Id));
    }

    private void Knows(string id) => _host.Server.Answers(200, $$"""{"id":"{{id}}","services":[],"created_at":"2026-01-01T00:00:00Z"}""");

    private void Looks(int count, params (string Service, string Deployment)[] services)
    {
        var list = string.Join(',', services.Select(service => $$"""{"name":"{{service.Service}}","ty":"Service","deployment_id":"{{service.Deployment}}","handlers":[]}"""));
        _host.Server.Answers(200, $$"""{"services":[{{list}}]}""");
        _host.Server.Answers(200, $$"""{"rows":[{"invocations":{{count}}}]}""");
        if (count > 0)
        {
            var rows = Enumerable.Range(0, count).Select(number =>
                $$"""{"id":"inv_{{number}}","target":"A/k/Run","target_service_name":"A","target_service_ty":"virtual_object","target_handler_name":"Run","status":"suspended","invoked_by":"ingress","created_at":"2026-01-01T00:00:00Z","modified_at":"2026-01-01T00:00:00Z"}""");
            _host.Server.Answers(200, $$"""{"rows":[{{string.Join(',', rows)}}]}""");
        }
    }

    private sealed class Listener(Action<DeploymentUsage> report) : IProgress<DeploymentUsage>
    {
        public void Report(DeploymentUsage value) => report(value);
    }
}
