namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>Attempts that are reset while their handler waits, or before it has begun.</summary>
internal sealed class AbortedStreams(int streams) : IAttack
{
    private const int AtOnce = 100;

    public string Name => $"{streams} streams reset in the middle of an attempt";

    public async Task<string> RunAsync(int port, Func<Task> peakReached)
    {
        using var client = new EndpointClient(port);
        var reached = 0;
        var failed = 0;
        await Parallel.ForAsync(0, streams, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            using var reset = new CancellationTokenSource();
            using var body = new OpenBody(AttemptBytes.Start($"aborted-{number}"));
            try
            {
                if (number % 10 == 0)
                {
                    reset.CancelAfter(number % 7);
                }

                using var response = await client.InvokeAsync("Approval/Ask", body, reset.Token);
                await using var answer = await response.Content.ReadAsStreamAsync(reset.Token);

                // The handler has written state and waits for its awakeable.
                if (await answer.ReadAsync(new byte[1], reset.Token) == 1)
                {
                    Interlocked.Increment(ref reached);
                }
            }
            catch (OperationCanceledException)
            {
                // Reset before the handler has begun, as intended.
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                Interlocked.Increment(ref failed);
            }

            await reset.CancelAsync();
            if (number == streams / 2)
            {
                await peakReached();
            }
        });
        return $"{reached} handlers waited when they were reset, {failed} requests were refused by the connection";
    }
}
