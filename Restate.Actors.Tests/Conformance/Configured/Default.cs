using Xunit;

namespace Restate.Actors.Tests.Conformance.Configured;

[CollectionDefinition(Name)]
public sealed class Default : ICollectionFixture<Default.Rig>
{
    private const string Name = "Conformance Default";

    public sealed class Rig() : ConformanceRig(Configurations.Default);

    [Collection(Name)]
    public sealed class Services(Rig rig) : ServiceTests(rig);

    [Collection(Name)]
    public sealed class Interpreter(Rig rig) : InterpreterTests(rig);
}
