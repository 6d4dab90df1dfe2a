using Microsoft.Extensions.Options;

namespace Restate.Actors.Internal.Client;

/// <summary>Collects all mistakes of the client's settings.</summary>
internal sealed class RestateClientOptionsValidator : IValidateOptions<RestateClientOptions>
{
    public ValidateOptionsResult Validate(string? name, RestateClientOptions options)
    {
        var mistakes = Mistakes(options).ToArray();
        return mistakes.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(RestateClientOptions options)
    {
        if (options.IngressUri is null || !IsServerUri(options.IngressUri))
        {
            yield return UriMistake(nameof(options.IngressUri), options.IngressUri, "http://localhost:8080");
        }

        if (options.AdminUri is not null && !IsServerUri(options.AdminUri))
        {
            yield return UriMistake(nameof(options.AdminUri), options.AdminUri, "http://localhost:9070");
        }

        if (options.RequestTimeout != Timeout.InfiniteTimeSpan && (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout.TotalMilliseconds > uint.MaxValue - 1))
        {
            yield return $"RestateClientOptions.RequestTimeout is {options.RequestTimeout}; it must be Timeout.InfiniteTimeSpan, or positive and below 49 days.";
        }

        if (options.Retry.MaxAttempts < 1)
        {
            yield return $"RestateClientOptions.Retry.MaxAttempts is {options.Retry.MaxAttempts}; it must be at least 1, which turns retries off.";
        }

        if (options.Retry.InitialDelay < TimeSpan.Zero || options.Retry.MaxDelay < options.Retry.InitialDelay || options.Retry.MaxDelay > TimeSpan.FromDays(1))
        {
            yield return $"RestateClientOptions.Retry has InitialDelay {options.Retry.InitialDelay} and MaxDelay {options.Retry.MaxDelay}; "
                + "they must not be negative, MaxDelay not below InitialDelay and not above one day.";
        }

        foreach (var (name, value) in options.DefaultHeaders)
        {
            if (HeaderRules.Problem(name, value) is { } problem)
            {
                yield return $"RestateClientOptions.DefaultHeaders: {problem}";
            }
        }
    }

    private static bool IsServerUri(Uri uri)
    {
        return uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
    }

    // The address is not repeated: it may hold a password.
    private static string UriMistake(string option, Uri? uri, string example)
    {
        var found = uri is null ? "null" : uri.IsAbsoluteUri ? $"a '{uri.Scheme}' address" : "a relative address";
        return $"RestateClientOptions.{option} is {found}; it must be an absolute http or https address without user, query and fragment, such as {example}.";
    }
}
