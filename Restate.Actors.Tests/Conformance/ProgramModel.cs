using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

/// <summary>Programs for the object interpreters, and the counters that they must leave behind.</summary>
internal sealed class ProgramModel
{
    private const int KeysPerLayer = 3;
    private const int Layers = 3;

    private readonly Random _random;
    private readonly int _keyBase;
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);
    private readonly List<(string Target, string Program)> _programs = [];

    private ProgramModel(int seed, string keyPrefix)
    {
        _random = new Random(seed);

        // Keys of the interpreters are decimal numbers.
        _keyBase = (int)(uint.Parse(keyPrefix.AsSpan(0, 7), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 10_000_000) * 100;
        for (var layer = 0; layer < Layers; layer++)
        {
            for (var key = 0; key < KeysPerLayer; key++)
            {
                _counters[Target(layer, _keyBase + key)] = 0;
            }
        }
    }

    /// <summary>Creates random programs.</summary>
    public static ProgramModel CreateRandom(int seed, string keyPrefix, int programs, int commands)
    {
        var model = new ProgramModel(seed, keyPrefix);
        for (var i = 0; i < programs; i++)
        {
            var key = model._keyBase + model._random.Next(KeysPerLayer);
            model._programs.Add((Target(0, key), model.RandomProgram(layer: 0, key, commands).ToJsonString()));
        }

        return model;
    }

    /// <summary>Creates one program with each kind of command, also those that are deferred and never awaited.</summary>
    public static ProgramModel EveryKind(string keyPrefix)
    {
        var model = new ProgramModel(seed: 0, keyPrefix);
        var key = model._keyBase;
        var commands = new JsonArray();
        for (var kind = 1; kind <= 19; kind++)
        {
            if (kind != 15)
            {
                commands.Add(model.Command(kind, layer: 0, key, commandsOfNested: 4));
            }
        }

        var deferred = commands.Select((command, index) => ((int)command!["kind"]!, index)).Where(entry => IsDeferred(entry.Item1)).ToArray();
        foreach (var (_, index) in deferred)
        {
            commands.Add(Await(index));
        }

        commands.Add(model.Command(14, layer: 0, key, commandsOfNested: 0));
        commands.Add(model.Command(17, layer: 0, key, commandsOfNested: 0));
        commands.Add(model.Command(8, layer: 0, key, commandsOfNested: 0));
        model._programs.Add((Target(0, key), new JsonObject { ["commands"] = commands }.ToJsonString()));
        return model;
    }

    /// <summary>Runs all programs at once and waits for their ends.</summary>
    public Task RunAsync(ConformanceClient client) =>
        Task.WhenAll(_programs.Select(program => client.CallAsync($"{program.Target}/interpret", program.Program)));

    /// <summary>Starts all programs.</summary>
    public Task SendAsync(ConformanceClient client) =>
        Task.WhenAll(_programs.Select(program => client.SendAsync($"{program.Target}/interpret", program.Program)));

    /// <summary>Waits until the counters are as they must be, and checks that they stay so.</summary>
    public async Task VerifyAsync(ConformanceClient client)
    {
        foreach (var (target, expected) in _counters)
        {
            var text = expected.ToString(CultureInfo.InvariantCulture);
            var last = "";
            await client.WaitUntilAsync(
                async () => (last = await client.CallAsync($"{target}/counter")) == text || int.Parse(last, CultureInfo.InvariantCulture) > expected,
                $"{target} counts {text}");
            Assert.Equal($"{target} {text}", $"{target} {last}");
        }

        foreach (var (target, expected) in _counters)
        {
            Assert.Equal(expected.ToString(CultureInfo.InvariantCulture), await client.CallAsync($"{target}/counter"));
        }
    }

    private static string Target(int layer, int key) => $"ObjectInterpreterL{layer}/{key}";

    private static bool IsDeferred(int kind) => kind is 7 or 8 or 14 or 16 or 17 or 19;

    private static JsonObject Await(int index) => new() { ["kind"] = 15, ["index"] = index };

    private JsonObject RandomProgram(int layer, int key, int count)
    {
        var commands = new JsonArray();
        var open = new List<int>();
        while (commands.Count < count)
        {
            var kind = _random.Next(1, layer == Layers - 1 ? 19 : 20);
            if (kind == 15)
            {
                if (open.Count > 0)
                {
                    var chosen = _random.Next(open.Count);
                    commands.Add(Await(open[chosen]));
                    open.RemoveAt(chosen);
                }

                continue;
            }

            if (IsDeferred(kind))
            {
                open.Add(commands.Count);
            }

            commands.Add(Command(kind, layer, key, count / 3));
        }

        // Some of what is deferred is never awaited.
        foreach (var index in open.Where(_ => _random.Next(3) > 0))
        {
            commands.Add(Await(index));
        }

        return new JsonObject { ["commands"] = commands };
    }

    private JsonObject Command(int kind, int layer, int key, int commandsOfNested)
    {
        var command = new JsonObject { ["kind"] = kind };
        switch (kind)
        {
            case 1 or 2 or 3:
                command["key"] = _random.Next(4);
                break;
            case 4 or 5 or 18:
                Count(layer, key);
                break;
            case 6:
                command["duration"] = _random.Next(30);
                break;
            case 8:
                command["sleep"] = _random.Next(30);
                break;
            case 9:
                command["duration"] = _random.Next(100);
                Count(layer, key);
                break;
            case 19:
                // Calls go to higher keys of the next layer only in this order, so nobody waits for himself.
                var callee = _keyBase + _random.Next(KeysPerLayer);
                command["key"] = callee;
                command["program"] = RandomProgram(layer + 1, callee, commandsOfNested);
                break;
            default:
                break;
        }

        return command;
    }

    private void Count(int layer, int key) => _counters[Target(layer, key)]++;
}
