using Xunit;

namespace Restate.Actors.Tests.Conformance.Configured;

[CollectionDefinition(Name)]
public sealed class AlwaysSuspending : ICollectionFixture<AlwaysSuspending.Rig>
{
    private const string Name = "Conformance AlwaysSuspending";

    public sealed class Rig() : ConformanceRig(Configurations.AlwaysSuspending);

    [Collection(Name)]
    public sealed class Services(Rig rig) : ServiceTests(rig);

    [Collection(Name)]
    public sealed class Interpreter(Rig rig) : InterpreterTests(rig);
}
