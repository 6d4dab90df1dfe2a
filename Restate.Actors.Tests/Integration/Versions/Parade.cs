using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Versions;

public sealed class Parade(ParadeVersion version, Probe probe) : VirtualObject, IParade
{
    public async Task<string> March(bool withStep)
    {
        var before = withStep ? await Run("look", _ => Task.FromResult(version.Name)) : version.Name;
        var go = CreateAwakeable<bool>();
        probe.Note($"{Key}/go", go.Id);
        await go.Task;
        return $"began on {before}, ended on {version.Name}";
    }

    public Task<string> Version() => Task.FromResult(version.Name);
}
