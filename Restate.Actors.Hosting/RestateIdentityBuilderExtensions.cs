using Restate.Actors;
using Restate.Actors.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Restricts a host to requests of known Restate servers.</summary>
public static class RestateIdentityBuilderExtensions
{
    /// <summary>Serves only requests that are signed with one of the keys; all others are answered with 401 before any actor's code runs.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="publicKeys">The servers' public keys, <c>publickeyv1_...</c>, besides those of <see cref="RestateIdentityOptions"/> and of the section <c>Restate:Identity</c>.</param>
    /// <returns>The builder.</returns>
    /// <remarks><c>MapRestateActors</c> throws <see cref="InvalidOperationException"/> when a key is malformed or there is none. Keys in the configuration suffice without this call.</remarks>
    public static RestateActorsBuilder UseRequestIdentity(this RestateActorsBuilder builder, params string[] publicKeys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(publicKeys);
        builder.Services.Configure<RestateIdentityOptions>(options =>
        {
            options.IsRequired = true;
            foreach (var key in publicKeys)
            {
                options.PublicKeys.Add(key);
            }
        });
        return builder;
    }
}
