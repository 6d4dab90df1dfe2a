using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Restate.Actors.Tests.Testing.Actors;

internal static class TillServices
{
    public static void AddTill(this IServiceCollection services, Till till) => services.Replace(ServiceDescriptor.Singleton<ITill>(till));
}
