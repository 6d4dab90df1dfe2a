using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restate.Actors.Hosting;
using Restate.Actors.Tests.Client;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Health;

public sealed class RestateHealthCheckTests : IDisposable
{
    private readonly FakeServer _ingress = new();
    private readonly FakeServer _admin = new();

    public void Dispose()
    {
        _ingress.Dispose();
        _admin.Dispose();
    }

    [Fact]
    public async Task ClientOnly_IngressAnswers_Healthy()
    {
        _ingress.Answers(200, """{"services":[]}""");

        var entry = await CheckAsync(services => AddClient(services));

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("reachable", entry.Data["ingress"]);
    }

    [Fact]
    public async Task ClientOnly_IngressNotReachable_UnhealthyWithTheReason()
    {
        _ingress.CannotConnect();

        var entry = await CheckAsync(services => AddClient(services));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("Restate's ingress cannot be reached at http://localhost:8080", entry.Description, StringComparison.Ordinal);
        Assert.IsType<RestateUnavailableException>(entry.Exception);
    }

    [Fact]
    public async Task ClientAndAdmin_AdminRefuses_HasTheStatusThatWasAskedFor()
    {
        _admin.Answers(503, "");

        var entry = await CheckAsync(
            services =>
            {
                AddClient(services);
                AddAdmin(services);
            },
            failureStatus: HealthStatus.Degraded);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
    }

    [Fact]
    public async Task AdminNotToBeChecked_IsNotAsked()
    {
        _ingress.Answers(200, """{"services":[]}""");

        var entry = await CheckAsync(
            services =>
            {
                AddClient(services);
                AddAdmin(services);
            },
            options => options.CheckAdmin = false);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Empty(_admin.Requests);
    }

    [Fact]
    public async Task Actors_ServerKnowsThem_Healthy()
    {
        _ingress.Answers(200, """{"services":["Counter","Other"]}""");

        var entry = await CheckAsync(services => AddClient(AddActors(services)));

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal(0, entry.Data["attempts"]);
    }

    [Fact]
    public async Task Actors_ServerDoesNotKnowThem_DegradedNamesThem()
    {
        _ingress.Answers(200, """{"services":["Other"]}""");

        var entry = await CheckAsync(services => AddClient(AddActors(services)));

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal(
            "The Restate server does not know Counter. Register this deployment: RegisterDeployment(), or Restate's own tools.", entry.Description);
    }

    [Fact]
    public async Task Actors_AdminOnly_TellsWhatIsRegistered()
    {
        _admin.Answers(200).Answers(200, """{"services":[]}""");

        var entry = await CheckAsync(services => AddAdmin(AddActors(services)));

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal(["/health", "/services"], _admin.Requests.Select(request => new Uri(request.Uri).AbsolutePath));
    }

    [Fact]
    public async Task Actors_Alone_Healthy()
    {
        var entry = await CheckAsync(services => AddActors(services));

        Assert.Equal(HealthStatus.Healthy, entry.Status);
    }

    [Fact]
    public async Task Actors_HostStops_Unhealthy()
    {
        await using var services = Build(collection => AddActors(collection), configure: null, failureStatus: null);
        services.GetRequiredService<Restate.Actors.Internal.Engine.ActorEngine>().Stop();

        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
    }

    [Fact]
    public async Task Nothing_ToLookAt_SaysWhatToAdd()
    {
        var entry = await CheckAsync(static _ => { });

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("The health check of Restate has nothing to look at.", entry.Exception?.Message, StringComparison.Ordinal);
    }

    private static IServiceCollection AddActors(IServiceCollection services)
    {
        services.AddSingleton<IHostEnvironment>(new Environment());
        services.AddSingleton<IHostApplicationLifetime>(new Lifetime());
        services.AddRestateActors(options => options.Services = ["Counter"]).AddGeneratedActors();
        return services;
    }

    private void AddClient(IServiceCollection services) => services.AddRestateClient().ConfigurePrimaryHttpMessageHandler(() => _ingress);

    private void AddAdmin(IServiceCollection services) => services.AddRestateAdmin().ConfigurePrimaryHttpMessageHandler(() => _admin);

    private static ServiceProvider Build(
        Action<IServiceCollection> add, Action<RestateHealthCheckOptions>? configure, HealthStatus? failureStatus)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddHealthChecks().AddRestate(configure: configure, failureStatus: failureStatus);
        add(services);
        return services.BuildServiceProvider();
    }

    private static async Task<HealthReportEntry> CheckAsync(
        Action<IServiceCollection> add, Action<RestateHealthCheckOptions>? configure = null, HealthStatus? failureStatus = null)
    {
        await using var services = Build(add, configure, failureStatus);
        return (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["restate"];
    }

    private sealed class Environment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = "/";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication()
        {
        }
    }
}
