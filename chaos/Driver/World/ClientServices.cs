using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Chaos.Driver.World;

/// <summary>The clients of the driver.</summary>
internal static class ClientServices
{
    public static IServiceCollection AddRestateClients(this IServiceCollection services, Uri ingress, Uri admin)
    {
        services.AddLogging(static logging => logging.ClearProviders());
        services.AddRestateClient(options =>
        {
            options.IngressUri = ingress;
            options.RequestTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddRestateAdmin(options =>
        {
            options.AdminUri = admin;
            options.RequestTimeout = TimeSpan.FromSeconds(30);
        });
        return services;
    }
}
