using Xunit;

namespace Restate.Actors.Tests.Conformance;

public sealed class DefaultRig() : ConformanceRig(Configurations.Default);

public sealed class AlwaysSuspendingRig() : ConformanceRig(Configurations.AlwaysSuspending);

public sealed class LazyStateRig() : ConformanceRig(Configurations.LazyState);

public sealed class LazyStateAlwaysSuspendingRig() : ConformanceRig(Configurations.LazyStateAlwaysSuspending);

public sealed class SingleThreadSinglePartitionRig() : ConformanceRig(Configurations.SingleThreadSinglePartition);

[Collection("Conformance default")]
public sealed class DefaultConformanceTests(DefaultRig rig) : ServiceTests(rig), IClassFixture<DefaultRig>;

[Collection("Conformance suspending")]
public sealed class AlwaysSuspendingConformanceTests(AlwaysSuspendingRig rig) : ServiceTests(rig), IClassFixture<AlwaysSuspendingRig>;

[Collection("Conformance default")]
public sealed class LazyStateConformanceTests(LazyStateRig rig) : ServiceTests(rig), IClassFixture<LazyStateRig>;

[Collection("Conformance suspending")]
public sealed class LazyStateAlwaysSuspendingConformanceTests(LazyStateAlwaysSuspendingRig rig) : ServiceTests(rig), IClassFixture<LazyStateAlwaysSuspendingRig>;

[Collection("Conformance default")]
public sealed class SingleThreadSinglePartitionConformanceTests(SingleThreadSinglePartitionRig rig)
    : ServiceTests(rig), IClassFixture<SingleThreadSinglePartitionRig>;
