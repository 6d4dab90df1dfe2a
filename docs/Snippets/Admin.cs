using Restate.Actors.Admin;

namespace Docs;

public static class AdminSetup
{
    public static void Add(IServiceCollection services)
    {
        // snippet: admin-add
        services.AddRestateAdmin(options =>
        {
            options.AdminUri = new Uri("http://localhost:9070");
            options.RequestTimeout = TimeSpan.FromSeconds(30);
        });
        // end
    }

    public static void Health(WebApplicationBuilder builder)
    {
        // snippet: health
        builder.Services.AddRestateActors().AddGeneratedActors();
        builder.Services.AddRestateClient();
        builder.Services.AddHealthChecks().AddRestate(tags: ["ready"]);

        var app = builder.Build();
        app.MapHealthChecks("/ready");
        // end
    }
}

public sealed class Operators(IRestateAdmin admin)
{
    // snippet: admin-invocations
    public async Task CancelStuck(string service, DateTimeOffset before)
    {
        var stuck = await admin.Invocations.ListAsync(new InvocationFilter
        {
            Service = service,
            Statuses = [InvocationStatus.BackingOff, InvocationStatus.Paused],
            CreatedBefore = before,
        });
        foreach (var invocation in stuck)
        {
            Console.WriteLine($"{invocation.Target} failed {invocation.RetryCount} times: {invocation.LastFailure}");
            await admin.Invocations.CancelAsync(invocation.Id);
        }
    }
    // end

    // snippet: admin-resume
    public async Task ContinueOnNewCode(string deploymentId)
    {
        var paused = new InvocationFilter { DeploymentId = deploymentId, Statuses = [InvocationStatus.Paused] };
        foreach (var invocation in await admin.Invocations.ListAsync(paused))
        {
            await admin.Invocations.ResumeAsync(invocation.Id, DeploymentChoice.Latest);
        }
    }
    // end

    // snippet: admin-state
    public async Task Correct(string account, decimal balance)
    {
        var state = await admin.State.GetAsync("Account", account);
        Console.WriteLine($"It was {state.Get<decimal>("balance")}.");
        await admin.State.ReplaceAsync(state.Set("balance", balance));
    }
    // end

    // snippet: admin-query
    public sealed record Load(string Target, long Waiting);

    public Task<IReadOnlyList<Load>> BusiestKeys(string service, InvocationStatus status)
    {
        var name = status.ToString().ToLowerInvariant();
        return admin.QueryAsync<Load>(
            $"""
            SELECT target, count(1) AS waiting FROM sys_invocation
            WHERE target_service_name = {service} AND status = {name}
            GROUP BY target ORDER BY waiting DESC LIMIT 10
            """);
    }
    // end

    // snippet: admin-deployments
    public async Task Deploy(Uri endpoint)
    {
        var registration = await admin.Deployments.RegisterAsync(endpoint);
        foreach (var service in registration.Services)
        {
            await admin.Services.UpdateAsync(service.Name, new ServiceChanges { JournalRetention = TimeSpan.FromHours(6) });
        }
    }
    // end
}
