namespace Restate.Actors.Internal.Http;

/// <summary>Finds mistakes in the settings that all doors of a server have.</summary>
internal static class SiteRules
{
    public static IEnumerable<string> Mistakes(string options, TimeSpan requestTimeout, RestateRetryOptions retry, IDictionary<string, string> headers)
    {
        if (requestTimeout != Timeout.InfiniteTimeSpan && (requestTimeout <= TimeSpan.Zero || requestTimeout.TotalMilliseconds > uint.MaxValue - 1))
        {
            yield return $"{options}.RequestTimeout is {requestTimeout}; it must be Timeout.InfiniteTimeSpan, or positive and below 49 days.";
        }

        if (retry.MaxAttempts < 1)
        {
            yield return $"{options}.Retry.MaxAttempts is {retry.MaxAttempts}; it must be at least 1, which turns retries off.";
        }

        if (retry.InitialDelay < TimeSpan.Zero || retry.MaxDelay < retry.InitialDelay || retry.MaxDelay > TimeSpan.FromDays(1))
        {
            yield return $"{options}.Retry has InitialDelay {retry.InitialDelay} and MaxDelay {retry.MaxDelay}; "
                + "they must not be negative, MaxDelay not below InitialDelay and not above one day.";
        }

        foreach (var (name, value) in headers)
        {
            if (HeaderRules.Problem(name, value) is { } problem)
            {
                yield return $"{options}.DefaultHeaders: {problem}";
            }
        }
    }

    /// <summary>Tells what is wrong with an address.</summary>
    /// <remarks>The address is not repeated: it may hold a password.</remarks>
    public static string? UriMistake(string option, Uri? uri, string example)
    {
        if (uri is not null && IsServerUri(uri))
        {
            return null;
        }

        var found = uri is null ? "null" : uri.IsAbsoluteUri ? $"a '{uri.Scheme}' address" : "a relative address";
        return $"{option} is {found}; it must be an absolute http or https address without user, query and fragment, such as {example}.";
    }

    private static bool IsServerUri(Uri uri)
    {
        return uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
    }
}
