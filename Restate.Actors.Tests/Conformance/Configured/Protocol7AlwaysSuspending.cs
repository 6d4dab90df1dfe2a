using Xunit;

namespace Restate.Actors.Tests.Conformance.Configured;

[CollectionDefinition(Name)]
public sealed class Protocol7AlwaysSuspending : ICollectionFixture<Protocol7AlwaysSuspending.Rig>
{
    private const string Name = "Conformance Protocol7AlwaysSuspending";

    public sealed class Rig() : ConformanceRig(Configurations.Protocol7AlwaysSuspending);

    [Collection(Name)]
    public sealed class Services(Rig rig) : ServiceTests(rig);

    [Collection(Name)]
    public sealed class Interpreter(Rig rig) : InterpreterTests(rig);
}
