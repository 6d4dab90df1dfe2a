using Xunit;

namespace Restate.Actors.Tests.Conformance.Configured;

[CollectionDefinition(Name)]
public sealed class LazyStateAlwaysSuspending : ICollectionFixture<LazyStateAlwaysSuspending.Rig>
{
    private const string Name = "Conformance LazyStateAlwaysSuspending";

    public sealed class Rig() : ConformanceRig(Configurations.LazyStateAlwaysSuspending);

    [Collection(Name)]
    public sealed class Services(Rig rig) : ServiceTests(rig);

    [Collection(Name)]
    public sealed class Interpreter(Rig rig) : InterpreterTests(rig);
}
