using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Restate.Actors.Admin;
using Restate.Actors.Hosting;
using Xunit;

namespace Restate.Actors.Tests.Hosting.LocalServer;

/// <summary>The addresses of the local server are those of all that talk to a server, unless they have their own.</summary>
public sealed class LocalServerAddressTests
{
    private static readonly Uri Ingress = new("http://localhost:18080");
    private static readonly Uri Admin = new("http://localhost:19070");
    private static readonly Uri Other = new("http://elsewhere:1234");

    [Fact]
    public void Addresses_OfTheLocalServer_ReachClientAdminAndRegistration()
    {
        using var services = Build(services =>
        {
            services.AddRestateClient();
            services.AddRestateAdmin();
            services.AddRestateActors().UseLocalRestateServer(Configure).RegisterDeployment();
        });

        Assert.Equal(Ingress, Value<RestateClientOptions>(services).IngressUri);
        Assert.Equal(Admin, Value<RestateAdminOptions>(services).AdminUri);
        Assert.Equal(Admin, Value<RestateRegistrationOptions>(services).AdminUri);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Addresses_SetElsewhere_Stay(bool isLocalServerFirst)
    {
        using var services = Build(services =>
        {
            var actors = services.AddRestateActors();
            if (isLocalServerFirst)
            {
                actors.UseLocalRestateServer(Configure);
            }

            services.AddRestateClient(client => client.IngressUri = Other);
            services.AddRestateAdmin(admin => admin.AdminUri = Other);
            actors.RegisterDeployment(deployment => deployment.AdminUri = Other);
            if (!isLocalServerFirst)
            {
                actors.UseLocalRestateServer(Configure);
            }
        });

        Assert.Equal(Other, Value<RestateClientOptions>(services).IngressUri);
        Assert.Equal(Other, Value<RestateAdminOptions>(services).AdminUri);
        Assert.Equal(Other, Value<RestateRegistrationOptions>(services).AdminUri);
    }

    [Fact]
    public void Addresses_SetToTheDefault_Stay()
    {
        using var services = Build(services =>
        {
            services.AddRestateActors().UseLocalRestateServer(Configure);
            services.AddRestateClient(client => client.IngressUri = new Uri("http://localhost:8080"));
        });

        Assert.Equal(new Uri("http://localhost:8080"), Value<RestateClientOptions>(services).IngressUri);
    }

    [Fact]
    public void WithoutLocalServer_Defaults()
    {
        using var services = Build(services =>
        {
            services.AddRestateClient();
            services.AddRestateAdmin();
            services.AddRestateActors().RegisterDeployment();
        });

        Assert.Equal(new Uri("http://localhost:8080"), Value<RestateClientOptions>(services).IngressUri);
        Assert.Equal(new Uri("http://localhost:9070"), Value<RestateAdminOptions>(services).AdminUri);
        Assert.Equal(new Uri("http://localhost:9070"), Value<RestateRegistrationOptions>(services).AdminUri);
    }

    private static void Configure(LocalRestateServerOptions server)
    {
        server.IngressUri = Ingress;
        server.AdminUri = Admin;
    }

    private static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider();
    }

    private static TOptions Value<TOptions>(ServiceProvider services)
        where TOptions : class
        => services.GetRequiredService<IOptions<TOptions>>().Value;
}
