using Xunit;

namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>The tests that share the packed packages. They run one after the other: builds take all cores anyway.</summary>
[CollectionDefinition(nameof(PackagingGroup))]
public sealed class PackagingGroup : ICollectionFixture<PackedPackages>;
