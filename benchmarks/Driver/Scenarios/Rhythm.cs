using Restate.Actors.Benchmarks.Driver.Http2;

namespace Restate.Actors.Benchmarks.Driver.Scenarios;

/// <summary>What an endpoint writes after having read how much: all that the floor needs to know to do the same without knowing why.</summary>
internal static class Rhythm
{
    /// <summary>Watches one invocation.</summary>
    /// <returns>Lines of <c>bytes read, in total; the bytes then written as base64</c>.</returns>
    public static string Record(int port, Scenario scenario)
    {
        var steps = new List<(int Read, List<byte> Written)>();
        var sent = 0;
        using var connection = new LoadConnection(port, scenario with { IsHeld = false });
        connection.Observe = (sending, received) =>
        {
            sent += sending;
            if (received.IsEmpty)
            {
                return;
            }

            if (steps.Count == 0 || steps[^1].Read != sent)
            {
                steps.Add((sent, []));
            }

            steps[^1].Written.AddRange(received.Span);
        };
        connection.Run(TimeSpan.FromMinutes(1), streams: 1, limit: 1);
        return string.Join('\n', steps.Select(step => $"{step.Read};{Convert.ToBase64String([.. step.Written])}"));
    }
}
