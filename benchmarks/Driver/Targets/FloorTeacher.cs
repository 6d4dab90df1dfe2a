using System.Net;
using Restate.Actors.Benchmarks.Driver.Scenarios;

namespace Restate.Actors.Benchmarks.Driver.Targets;

/// <summary>Shows the floor, before each round, what the model reads and writes.</summary>
internal sealed class FloorTeacher(Target floor, Target model) : IDisposable
{
    private readonly Dictionary<string, string> _rhythms = [];
    private readonly HttpClient _client = new()
    {
        BaseAddress = new Uri($"http://127.0.0.1:{floor.Port}"),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Shows one scenario to one floor.</summary>
    public static async Task TeachAsync(Target floor, Target model, Scenario scenario)
    {
        using var teacher = new FloorTeacher(floor, model);
        await teacher.TeachAsync(scenario);
    }

    public async Task TeachAsync(Scenario scenario)
    {
        if (!_rhythms.TryGetValue(scenario.Name, out var rhythm))
        {
            _rhythms.Add(scenario.Name, rhythm = Rhythm.Record(model.Port, scenario));
        }

        using var body = new StringContent(rhythm);
        using var response = await _client.PostAsync(new Uri("/rhythm", UriKind.Relative), body);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();
}
