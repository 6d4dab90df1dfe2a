using Xunit;

namespace Restate.Actors.Tests.Conformance.Configured;

[CollectionDefinition(Name)]
public sealed class SingleThreadSinglePartition : ICollectionFixture<SingleThreadSinglePartition.Rig>
{
    private const string Name = "Conformance SingleThreadSinglePartition";

    public sealed class Rig() : ConformanceRig(Configurations.SingleThreadSinglePartition);

    [Collection(Name)]
    public sealed class Services(Rig rig) : ServiceTests(rig);

    [Collection(Name)]
    public sealed class Interpreter(Rig rig) : InterpreterTests(rig);
}
