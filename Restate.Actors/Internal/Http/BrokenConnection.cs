namespace Restate.Actors.Internal.Http;

/// <summary>Explains that there was no answer.</summary>
internal static class BrokenConnection
{
    public static RestateUnavailableException Explain(ServerSite site, ServerRequest request, Exception error, bool wasSent)
    {
        var place = request.Uri.GetLeftPart(UriPartial.Authority);
        if (!wasSent)
        {
            return new RestateUnavailableException(
                $"Restate's {site.Name} cannot be reached at {place} ({request.Operation}): {error.Message} "
                + $"Is the server running, and is {site.OptionsName}.{site.UriOption} right?",
                statusCode: null,
                RetryAdvice.Retry,
                retryAfter: null,
                error);
        }

        var hint = request.IsRepeatable || request.HintIfBroken is null ? "" : $" {request.HintIfBroken}";
        return new RestateUnavailableException(
            $"The connection to Restate's {site.Name} at {place} broke ({request.Operation}): {error.Message}{hint}",
            statusCode: null,
            request.IsRepeatable ? RetryAdvice.Retry : RetryAdvice.RetryIfIdempotent,
            retryAfter: null,
            error);
    }
}
