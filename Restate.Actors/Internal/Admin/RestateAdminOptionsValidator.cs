using Microsoft.Extensions.Options;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Admin;

/// <summary>Collects all mistakes of the admin client's settings.</summary>
internal sealed class RestateAdminOptionsValidator : IValidateOptions<RestateAdminOptions>
{
    public ValidateOptionsResult Validate(string? name, RestateAdminOptions options)
    {
        var mistakes = SiteRules.Mistakes(nameof(RestateAdminOptions), options.RequestTimeout, options.Retry, options.DefaultHeaders).ToList();
        if (SiteRules.UriMistake("RestateAdminOptions.AdminUri", options.AdminUri, "http://localhost:9070") is { } mistake)
        {
            mistakes.Insert(0, mistake);
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
