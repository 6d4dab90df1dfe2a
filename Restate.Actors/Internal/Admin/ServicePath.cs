using Restate.Actors.Internal.Client;

namespace Restate.Actors.Internal.Admin;

/// <summary>The path of a service.</summary>
internal static class ServicePath
{
    public static string Of(string service) => $"/services/{Uri.EscapeDataString(Names.CheckService(service))}";
}
