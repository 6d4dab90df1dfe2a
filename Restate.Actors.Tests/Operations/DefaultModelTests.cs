using Restate.Actors.Tests.Conformance;
using Xunit;

namespace Restate.Actors.Tests.Operations;

public sealed class DefaultModelTests(DefaultModelTests.Rig rig) : ModelTests(rig), IClassFixture<DefaultModelTests.Rig>
{
    public sealed class Rig() : ModelRig(Configurations.Default);
}
