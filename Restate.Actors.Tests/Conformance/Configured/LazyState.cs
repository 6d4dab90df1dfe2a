using Xunit;

namespace Restate.Actors.Tests.Conformance.Configured;

[CollectionDefinition(Name)]
public sealed class LazyState : ICollectionFixture<LazyState.Rig>
{
    private const string Name = "Conformance LazyState";

    public sealed class Rig() : ConformanceRig(Configurations.LazyState);

    [Collection(Name)]
    public sealed class Services(Rig rig) : ServiceTests(rig);

    [Collection(Name)]
    public sealed class Interpreter(Rig rig) : InterpreterTests(rig);
}
