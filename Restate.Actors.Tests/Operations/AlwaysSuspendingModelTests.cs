using Restate.Actors.Tests.Conformance;
using Xunit;

namespace Restate.Actors.Tests.Operations;

public sealed class AlwaysSuspendingModelTests(AlwaysSuspendingModelTests.Rig rig) : ModelTests(rig), IClassFixture<AlwaysSuspendingModelTests.Rig>
{
    public sealed class Rig() : ModelRig(Configurations.AlwaysSuspending);
}
