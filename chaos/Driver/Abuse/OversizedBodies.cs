namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>Messages and journals that are larger than allowed, or say that they are.</summary>
internal sealed class OversizedBodies : IAttack
{
    private const ushort InputCommand = 0x0400;
    private const int Megabyte = 1024 * 1024;
    private const int Repetitions = 20;

    public string Name => $"{Repetitions} times each: a message that claims 4 GB, 100,000 entries that never come, a message of 80 MB, headers of 64 KB";

    public async Task<string> RunAsync(int port, Func<Task> peakReached)
    {
        using var client = new EndpointClient(port);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Repetitions; i++)
        {
            await CountAsync(outcomes, "claims 4 GB", client, [.. AttemptBytes.Start("big"), .. AttemptBytes.Header(InputCommand, uint.MaxValue), .. new byte[1000]]);
            await CountAsync(outcomes, "entries that never come", client, AttemptBytes.Start("big", knownEntries: 100_000));
            await CountAsync(outcomes, "80 MB", client, [.. AttemptBytes.Header(0, 80 * Megabyte), .. new byte[80 * Megabyte]]);
            await CountAsync(outcomes, "64 KB of headers", client, AttemptBytes.Start("big"), new string('x', 64 * 1024));
            if (i == Repetitions / 2)
            {
                await peakReached();
            }
        }

        return string.Join("; ", outcomes.Select(static outcome => $"{outcome.Key} ({outcome.Value})"));
    }

    private static async Task CountAsync(SortedDictionary<string, int> outcomes, string what, EndpointClient client, byte[] body, string? header = null)
    {
        var outcome = $"{what}: {await AnswerAsync(client, body, header)}";
        outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
    }

    private static async Task<string> AnswerAsync(EndpointClient client, byte[] body, string? header)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var content = new ByteArrayContent(body);
        if (header is not null)
        {
            content.Headers.Add("x-large", header);
        }

        try
        {
            using var response = await client.InvokeAsync("Approval/Ask", content, patience.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(patience.Token);
            return $"status {(int)response.StatusCode}, message type 0x{(answer.Length < 2 ? 0 : (answer[0] << 8) | answer[1]):X4}";
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return "reset";
        }
    }
}
