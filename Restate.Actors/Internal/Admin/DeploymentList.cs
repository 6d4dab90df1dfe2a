using Restate.Actors.Admin;

namespace Restate.Actors.Internal.Admin;

internal sealed record DeploymentList(IReadOnlyList<DeploymentInfo> Deployments);
