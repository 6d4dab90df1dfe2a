using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors;
using Restate.Actors.Hosting;

namespace Docs;

public static class Hosting
{
    public static void Program(string[] args)
    {
        // snippet: host
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ListenRestateActors();                                              // HTTP/2 on port 9080
        builder.Services.AddRestateActors().AddGeneratedActors().UseLocalRestateServer();   // in development
        builder.Services.AddRestateClient();                                                // for callers outside handlers

        var app = builder.Build();
        app.MapRestateActors();
        app.Run();
        // end
    }

    public static void Embedded(string[] args)
    {
        // snippet: host-embedded
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(5000, listen => listen.Protocols = HttpProtocols.Http1));
        builder.WebHost.ListenRestateActors(9080);
        builder.Services.AddControllers();
        builder.Services.AddRestateActors().AddGeneratedActors();
        builder.Services.AddRestateClient();

        var app = builder.Build();
        app.MapControllers();
        app.MapRestateActors("/actors").AllowAnonymous();      // on port 9080 only
        app.Run();
        // end
    }

    public static void Tls(WebApplicationBuilder builder)
    {
        // snippet: host-tls
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(9443, listen => listen.UseHttps("shop.pfx")));
        // end
    }

    public static void Proxy(WebApplication app)
    {
        // snippet: host-path-base
        app.UsePathBase("/shop");               // the proxy passes /shop/... on
        app.UseRouting();
        app.MapRestateActors("/actors");        // register https://example.com/shop/actors
        // end
    }

    public static void LocalServer(WebApplicationBuilder builder)
    {
        // snippet: local-server
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UseLocalRestateServer(server =>
            {
                server.IngressUri = new Uri("http://localhost:18080");
                server.AdminUri = new Uri("http://localhost:19070");
                server.NodePort = 15122;
                server.DataDirectory = "/tmp/restate-shop";
                server.EnvironmentVariables["RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT"] = "5s";
            });
        // end
    }

    public static void Register(WebApplicationBuilder builder)
    {
        // snippet: register
        builder.WebHost.ListenRestateActors(9080, anyAddress: true);
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .RegisterDeployment(deployment =>
            {
                deployment.AdminUri = new Uri("http://restate:9070");
                deployment.DeploymentUri = new Uri("http://shop-v2:9080");
                deployment.Metadata["version"] = "2";
            });
        // end
    }

    public static void Identity(WebApplicationBuilder builder)
    {
        // snippet: identity
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .UseRequestIdentity("publickeyv1_w7YHemBctH5Ck2nQRQ47iBBqhNHy4FV7t2Usbye2A6f");
        // end
    }

    public static void Shutdown(WebApplicationBuilder builder)
    {
        // snippet: shutdown
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(2));    // longer than the longest step
        // end
    }

    public static void Versioned(WebApplication app)
    {
        // snippet: version-address
        var version = DeploymentVersion.Of(typeof(Billing).Assembly);       // such as 2.1.0-4f3a9c1e
        app.MapRestateActors($"/{version}");                                // register http://shop:9080/2.1.0-4f3a9c1e
        // end
    }

    public static void Options(WebApplicationBuilder builder)
    {
        // snippet: actors-options
        builder.Services.AddRestateActors(options =>
        {
            options.EscapeHandling = EscapeHandling.Fail;
            options.ExclusiveGracePeriod = TimeSpan.FromSeconds(2);
        }).AddGeneratedActors();
        // end
    }
}

[Actor("Import")]
public interface IImport : IDurableService
{
    Task Start(string file);
}

// snippet: injection
public sealed class Import(IMailGateway gateway, Ledger ledger, [FromKeyedServices("imports")] IWeather weather) : DurableService, IImport
{
    public async Task Start(string file)
    {
        var degrees = await Run("ask", run => weather.Degrees(file, run.AttemptAborted));
        await ledger.Take(NewGuid(), degrees);
        await Run("tell", run => gateway.Send("office", $"{file} is in.", run.AttemptAborted));
    }
}
// end
