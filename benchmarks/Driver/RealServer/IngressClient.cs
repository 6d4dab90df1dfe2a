using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Restate.Actors.Benchmarks.Driver.RealServer;

/// <summary>One of the clients of a server: sends the next request when the last one is answered. Checks each answer.</summary>
internal sealed class IngressClient(HttpClient http, IngressScenario scenario, string key)
{
    private readonly Uri _address = new(http.BaseAddress!, scenario.Path(key));
    private readonly byte[] _body = Encoding.UTF8.GetBytes(scenario.Body(key));
    private int _calls;

    /// <summary>Sends requests until the time is over.</summary>
    /// <returns>The microseconds of each.</returns>
    public async Task<IReadOnlyList<double>> RunAsync(long until)
    {
        var latencies = new List<double>();
        while (Stopwatch.GetTimestamp() < until)
        {
            var started = Stopwatch.GetTimestamp();
            await CallAsync();
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        return latencies;
    }

    private async Task CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address);
        if (_body.Length > 0)
        {
            request.Content = new ByteArrayContent(_body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        _calls++;
        if (!response.IsSuccessStatusCode || answer != scenario.Answer(_calls))
        {
            throw new InvalidDataException($"{scenario.Name}: the server answers call {_calls} of key {key} with {(int)response.StatusCode} {answer}, not with {scenario.Answer(_calls)}.");
        }
    }
}
