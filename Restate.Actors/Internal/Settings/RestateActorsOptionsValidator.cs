using Microsoft.Extensions.Options;

namespace Restate.Actors.Internal.Settings;

/// <summary>Collects all mistakes of the engine's settings.</summary>
internal sealed class RestateActorsOptionsValidator : IValidateOptions<RestateActorsOptions>
{
    // What a timer of .NET can wait for.
    private static readonly TimeSpan LongestTime = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public ValidateOptionsResult Validate(string? name, RestateActorsOptions options)
    {
        string[] mistakes =
        [
            .. OutOfRange(nameof(options.MaxMessageBytes), options.MaxMessageBytes, 64 * 1024, "bytes"),
            .. OutOfRange(nameof(options.MaxJournalBytes), options.MaxJournalBytes, options.MaxMessageBytes, "bytes, not below MaxMessageBytes"),
            .. OutOfRange(nameof(options.MaxConcurrentAttempts), options.MaxConcurrentAttempts, 1, "attempts"),
            .. NoTime(nameof(options.ExclusiveGracePeriod), options.ExclusiveGracePeriod, TimeSpan.Zero),
            .. NoTime(nameof(options.ActivationIdleTimeout), options.ActivationIdleTimeout, TimeSpan.Zero),
            .. NoTime(nameof(options.StreamEndTimeout), options.StreamEndTimeout, TimeSpan.FromMilliseconds(1)),
            .. NoTime(nameof(options.LongTurnThreshold), options.LongTurnThreshold, TimeSpan.FromMilliseconds(1)),
            .. options.Services is null ? ["RestateActorsOptions.Services is null; leave it empty to serve all."] : Array.Empty<string>(),
        ];
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> OutOfRange(string option, long value, long least, string unit)
    {
        if (value < least)
        {
            yield return $"RestateActorsOptions.{option} is {value}; it must be at least {least} {unit}.";
        }
    }

    private static IEnumerable<string> NoTime(string option, TimeSpan value, TimeSpan least)
    {
        if (value != Timeout.InfiniteTimeSpan && (value < least || value > LongestTime))
        {
            yield return $"RestateActorsOptions.{option} is {value}; it must be Timeout.InfiniteTimeSpan, or from {least} to 49 days.";
        }
    }
}
