namespace Restate.Actors.Tests.TestTools;

/// <summary>Three servers that are one cluster: each partition has its leader on one of them, and another one takes over when it dies.</summary>
public sealed class RestateCluster : IAsyncDisposable
{
    private const int NodeCount = 3;
    private const int Partitions = 4;

    private RestateCluster(IReadOnlyList<RestateServer> nodes) => Nodes = nodes;

    public IReadOnlyList<RestateServer> Nodes { get; }

    public static async Task<RestateCluster> StartAsync(RestateServerSettings settings)
    {
        var ports = LoopbackPorts.Pick(NodeCount);
        var name = $"test-{Guid.NewGuid():N}";
        var addresses = string.Join(",", ports.Select(port => $"\"http://127.0.0.1:{port}\""));
        var starts = ports.Select((port, index) => RestateServer.StartAsync(settings
            .With("RESTATE_DEFAULT_REPLICATION", "2")
            .With("RESTATE_METADATA_CLIENT__ADDRESSES", $"[{addresses}]")
            .With("RESTATE_AUTO_PROVISION", index == 0 ? "true" : "false") with
        {
            Partitions = Partitions,
            Node = new RestateNode(name, $"n{index + 1}", port),
        })).ToArray();
        try
        {
            return new RestateCluster(await Task.WhenAll(starts));
        }
        catch
        {
            foreach (var start in starts.Where(start => start.IsCompletedSuccessfully))
            {
                await (await start).DisposeAsync();
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }
    }
}
