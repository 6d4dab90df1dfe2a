using Microsoft.Extensions.Options;
using Restate.Actors.Internal.Http;

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
        if (SiteRules.UriMistake("RestateClientOptions.IngressUri", options.IngressUri, "http://localhost:8080") is { } mistake)
        {
            yield return mistake;
        }

        foreach (var other in SiteRules.Mistakes(nameof(RestateClientOptions), options.RequestTimeout, options.Retry, options.DefaultHeaders))
        {
            yield return other;
        }
    }
}
