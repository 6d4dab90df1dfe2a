using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Restate.Actors.Dashboard.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Access;

public sealed class DashboardAccessTests
{
    private static readonly Uri NoServer = new("http://127.0.0.1:9/");

    [Fact]
    public async Task Map_Production_NothingIsServedAndNoPortIsOpen()
    {
        await using var host = await StartAsync(Environments.Production);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => host.Http.GetAsync(""));

        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
        Assert.Equal(
            ["Information: The dashboard is off in the environment Production. ActorDashboardOptions.AllowOutsideDevelopment switches it on."], host.Log.Lines);
    }

    [Fact]
    public async Task Map_ProductionAllowed_WithoutPolicy_EveryRequestIsRefused()
    {
        await using var host = await StartAsync(Environments.Production, options => options.AllowOutsideDevelopment = true);

        foreach (var path in new[] { "", "main.js", "api/overview", "api/keys", "api/invocations", "api/invocations/inv_1" })
        {
            using var response = await host.Http.GetAsync(path);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.StartsWith("The dashboard needs an authorization policy outside Development", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains(host.Log.Lines, line => line.StartsWith("Warning: The dashboard is on in the environment Production.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Map_ProductionAllowed_AllowAnonymous_IsServed()
    {
        await using var host = await StartAsync(Environments.Production, options => options.AllowOutsideDevelopment = true, routes => routes.AllowAnonymous());

        using var response = await host.Http.GetAsync("");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("guest", HttpStatusCode.Forbidden)]
    [InlineData("operator", HttpStatusCode.OK)]
    public async Task Map_ProductionAllowed_RequireAuthorization_AsksThePolicy(string? user, HttpStatusCode expected)
    {
        await using var host = await DashboardHost.StartAsync(new DashboardHostSettings
        {
            Environment = Environments.Production,
            AdminUri = NoServer,
            Configure = options => options.AllowOutsideDevelopment = true,
            Services = services =>
            {
                services.AddAuthentication(UserHeaderScheme.Name).AddScheme<UserHeaderOptions, UserHeaderScheme>(UserHeaderScheme.Name, null);
                services.AddAuthorization();
            },
            Middleware = app => app.UseAuthentication().UseAuthorization(),
            Conventions = routes => routes.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireUserName("operator")),
        });

        foreach (var path in new[] { "", "api/overview" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add(UserHeaderScheme.Header, user is null ? [] : [user]);
            using var response = await host.Http.SendAsync(request);

            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.7:9081", HttpStatusCode.Forbidden)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:1234", HttpStatusCode.OK)]
    [InlineData("[::1]:1234", HttpStatusCode.OK)]
    public async Task Map_Development_OnlyNamesOfThisMachineAreServed(string name, HttpStatusCode expected)
    {
        await using var host = await StartAsync(Environments.Development);
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Host = name;

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Map_Development_RequestsOfOtherMachinesAreRefused()
    {
        await using var host = await DashboardHost.StartAsync(new DashboardHostSettings
        {
            AdminUri = NoServer,
            Middleware = app => app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
                return next(context);
            }),
        });

        using var response = await host.Http.GetAsync("");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.StartsWith("The dashboard is served to http://localhost on this machine only.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_EveryAnswer_HasTheStrictPolicy()
    {
        await using var host = await StartAsync(Environments.Development);

        foreach (var path in new[] { "", "main.js", "dashboard.css", "icon.svg", "api/overview" })
        {
            using var response = await host.Http.GetAsync(path);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
                Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task Page_WithoutSlash_LeadsToTheOneWithSlash_AlsoBehindAPathBase()
    {
        await using var host = await DashboardHost.StartAsync(new DashboardHostSettings
        {
            AdminUri = NoServer,
            Middleware = app => app.UsePathBase("/shop").UseRouting(),
            Path = "/admin/actors",
        });
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var response = await http.GetAsync(new Uri(host.Uri, "/shop/admin/actors"));
        using var page = await http.GetAsync(new Uri(host.Uri, "/shop/admin/actors/"));

        Assert.Equal("/shop/admin/actors/", response.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Information: Dashboard: http://localhost:" + host.Uri.Port + "/admin/actors", host.Log.Lines);
    }

    [Fact]
    public async Task Actions_NotAllowed_AreNotMapped()
    {
        await using var host = await StartAsync(Environments.Development);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/invocations/inv_1/kill");
        request.Headers.Add("x-actor-dashboard", "1");

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void Map_WithoutAdd_SaysWhatToCall()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var error = Assert.Throws<InvalidOperationException>(() => app.MapActorDashboard());

        Assert.Equal("MapActorDashboard() found no dashboard. Call builder.Services.AddActorDashboard() before builder.Build().", error.Message);
    }

    [Theory]
    [InlineData("dashboard")]
    [InlineData("/{tenant}/dashboard")]
    public void Map_BadPath_IsRefused(string path)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddActorDashboard();
        var app = builder.Build();

        var error = Assert.Throws<ArgumentException>(() => app.MapActorDashboard(path));

        Assert.StartsWith($"The path '{path}' of the dashboard must begin with a slash and have no parameters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongOptions_NamesAllOfThem()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(Environments.Development, options =>
        {
            options.RefreshInterval = TimeSpan.FromMilliseconds(1);
            options.ServerTimeout = TimeSpan.FromHours(1);
        }));

        Assert.Equal(
            [
                "ActorDashboardOptions.RefreshInterval is 00:00:00.0010000; it must be from 00:00:00.5000000 to 00:01:00.",
                "ActorDashboardOptions.ServerTimeout is 01:00:00; it must be from 00:00:00.1000000 to 00:01:00.",
            ],
            error.Failures);
    }

    private static Task<DashboardHost> StartAsync(
        string environment, Action<ActorDashboardOptions>? configure = null, Action<IEndpointConventionBuilder>? conventions = null)
    {
        return DashboardHost.StartAsync(new DashboardHostSettings { Environment = environment, AdminUri = NoServer, Configure = configure, Conventions = conventions });
    }
}
