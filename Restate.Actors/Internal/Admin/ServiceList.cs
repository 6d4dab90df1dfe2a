using Restate.Actors.Admin;

namespace Restate.Actors.Internal.Admin;

internal sealed record ServiceList(IReadOnlyList<ServiceInfo> Services);
