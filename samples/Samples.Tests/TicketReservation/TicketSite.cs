using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.Testing;
using TicketReservation.Actors;
using TicketReservation.Web;

namespace Samples.Tests.TicketReservation;

/// <summary>The sample's actors on the real server, and its page on a free port.</summary>
internal sealed class TicketSite : IAsyncDisposable
{
    private readonly RestateServerApp _actors;
    private readonly WebApplication _web;

    private TicketSite(RestateServerApp actors, WebApplication web)
    {
        _actors = actors;
        _web = web;
    }

    public string Url => _web.Urls.Single();

    public static async Task<TicketSite> StartAsync(ServerFixture server, TimeSpan holdTime)
    {
        var feed = new SeatFeed();
        var actors = await server.ServeAsync(
            builder => builder.AddGeneratedActors(),
            services => services.AddSingleton(feed).AddSingleton<IPayments, SimulatedPayments>());

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = SampleDirectory() });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRestateClient(options => options.IngressUri = server.IngressUri);
        builder.Services.AddSingleton(feed);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SeatEvents>();
        var web = builder.Build();
        web.UseFileServer();
        web.MapTicketApi(holdTime);
        web.MapPost("/test/crash", () => server.RestartAsync());
        await web.StartAsync();
        return new TicketSite(actors, web);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _actors.DisposeAsync();
    }

    private static string SampleDirectory() => Path.Combine(Repository.Root, "samples", "TicketReservation");
}
