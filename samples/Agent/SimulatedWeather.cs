using System.Collections.Concurrent;
using Restate.Actors;

namespace Agent;

/// <summary>Stands for a weather service, which is down each time that it is first asked, and knows nothing of Atlantis.</summary>
public sealed class SimulatedWeather : ITool
{
    private readonly ConcurrentDictionary<string, int> _attempts = new();

    public string Name => "weather";

    public async Task<string> Ask(string argument, string idempotencyKey, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);
        if (_attempts.AddOrUpdate(idempotencyKey, 1, (_, count) => count + 1) == 1)
        {
            throw new HttpRequestException("The weather service is down.");                 // the step is tried again
        }

        return argument == "Atlantis"
            ? throw new TerminalException("Nobody measures the weather of Atlantis.", 404)     // the model is told
            : $"{argument} has {10 + argument.Length} degrees";
    }
}
