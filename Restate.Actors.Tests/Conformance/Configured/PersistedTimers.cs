using Xunit;

namespace Restate.Actors.Tests.Conformance.Configured;

[CollectionDefinition(Name)]
public sealed class PersistedTimers : ICollectionFixture<PersistedTimers.Rig>
{
    private const string Name = "Conformance PersistedTimers";

    public sealed class Rig() : ConformanceRig(Configurations.PersistedTimers);

    [Collection(Name)]
    public sealed class Services(Rig rig) : ServiceTests(rig);

    [Collection(Name)]
    public sealed class Interpreter(Rig rig) : InterpreterTests(rig);
}
