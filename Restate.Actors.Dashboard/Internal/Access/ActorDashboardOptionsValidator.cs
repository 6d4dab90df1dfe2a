using Microsoft.Extensions.Options;

namespace Restate.Actors.Dashboard.Internal.Access;

/// <summary>Finds all mistakes of the settings before the host starts.</summary>
internal sealed class ActorDashboardOptionsValidator : IValidateOptions<ActorDashboardOptions>
{
    private static readonly TimeSpan ShortestRefresh = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, ActorDashboardOptions options)
    {
        string[] problems =
        [
            .. Check(nameof(options.RefreshInterval), options.RefreshInterval, ShortestRefresh),
            .. Check(nameof(options.ServerTimeout), options.ServerTimeout, ShortestTimeout),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Check(string option, TimeSpan value, TimeSpan shortest)
    {
        if (value < shortest || value > Longest)
        {
            yield return $"{nameof(ActorDashboardOptions)}.{option} is {value}; it must be from {shortest} to {Longest}.";
        }
    }
}
