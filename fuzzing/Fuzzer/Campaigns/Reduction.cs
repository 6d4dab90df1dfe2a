namespace Restate.Actors.Fuzzing.Campaigns;

/// <summary>Makes an input shorter as long as it does the same.</summary>
internal static class Reduction
{
    private const int MaxTries = 2000;

    public static async Task<byte[]> ReduceAsync(byte[] input, Func<byte[], Task<bool>> doesTheSame)
    {
        var tries = 0;
        for (var size = input.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= input.Length && tries < MaxTries;)
            {
                tries++;
                byte[] shorter = [.. input[..at], .. input[(at + size)..]];
                if (await doesTheSame(shorter))
                {
                    input = shorter;
                }
                else
                {
                    at += size;
                }
            }
        }

        return input;
    }
}
