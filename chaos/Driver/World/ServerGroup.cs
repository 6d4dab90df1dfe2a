using Restate.Actors.Testing;
using Restate.Actors.Testing.Internal.RealServer;

namespace Restate.Actors.Chaos.Driver.World;

/// <summary>One server, or several that are one cluster.</summary>
internal sealed class ServerGroup : IAsyncDisposable
{
    private const int Partitions = 4;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly RestateServerFixture[] _nodes;
    private readonly LogFile _log;

    private ServerGroup(RestateServerFixture[] nodes, LogFile log)
    {
        _nodes = nodes;
        _log = log;
    }

    public IReadOnlyList<int> IngressPorts => [.. _nodes.Select(static node => node.IngressUri.Port)];

    public Uri AdminUri => _nodes[0].AdminUri;

    /// <summary>Starts the servers and returns when all are healthy.</summary>
    public static async Task<ServerGroup> StartAsync(int count, ServerVariant variant, LogFile log)
    {
        var ports = LoopbackPorts.Pick(count);
        var cluster = $"chaos-{Guid.NewGuid():N}";
        var group = new ServerGroup([.. ports.Select((port, index) => new RestateServerFixture(OptionsOf(index)))], log);
        try
        {
            await Task.WhenAll(group._nodes.Select(static node => node.StartAsync()));
            return group;
        }
        catch
        {
            await group.DisposeAsync();
            throw;
        }

        RestateServerFixtureOptions OptionsOf(int index)
        {
            var options = new RestateServerFixtureOptions { Partitions = Partitions };
            foreach (var (name, value) in variant.ToVariables())
            {
                options.EnvironmentVariables[name] = value;
            }

            if (count > 1)
            {
                options.ClusterName = cluster;
                options.NodeName = $"n{index + 1}";
                options.NodePort = ports[index];
                options.EnvironmentVariables["RESTATE_DEFAULT_REPLICATION"] = "2";
                options.EnvironmentVariables["RESTATE_AUTO_PROVISION"] = index == 0 ? "true" : "false";
                options.EnvironmentVariables["RESTATE_METADATA_CLIENT__ADDRESSES"] =
                    $"[{string.Join(',', ports.Select(static port => $"\"http://127.0.0.1:{port}\""))}]";
            }

            return options;
        }
    }

    /// <summary>Kills one of them and starts it again with its data. One at a time.</summary>
    /// <param name="pick">Which one, from 0 to 1.</param>
    /// <param name="downtime">How long it is away.</param>
    public async Task KillAndRestartAsync(double pick, TimeSpan downtime)
    {
        await _turn.WaitAsync();
        try
        {
            var node = _nodes[(int)(pick * _nodes.Length)];
            await node.KillAsync();
            SaveLog(node);
            await Task.Delay(downtime);
            await node.RestartAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes the last lines of all servers into the log.</summary>
    public void SaveLogs()
    {
        foreach (var node in _nodes)
        {
            SaveLog(node);
        }
    }

    public async ValueTask DisposeAsync()
    {
        SaveLogs();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        _turn.Dispose();
    }

    private void SaveLog(RestateServerFixture node) => _log.Write($"{node.IngressUri}\n{node.Log}");
}
