using Xunit;

namespace Restate.Actors.Tests.Conformance.Configured;

[CollectionDefinition(Name)]
public sealed class Protocol7 : ICollectionFixture<Protocol7.Rig>
{
    private const string Name = "Conformance Protocol7";

    public sealed class Rig() : ConformanceRig(Configurations.Protocol7);

    [Collection(Name)]
    public sealed class Services(Rig rig) : ServiceTests(rig);

    [Collection(Name)]
    public sealed class Interpreter(Rig rig) : InterpreterTests(rig);
}
