namespace Restate.Actors.Hosting;

/// <summary>Which Restate servers may send requests to this process.</summary>
/// <remarks>
/// A server signs its requests when it has a key: <c>RESTATE_REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE</c> names an Ed25519 key in PEM form. Discovery and
/// invocations without a valid signature are then answered with 401 before any actor's code runs; the health route stays open. What was wrong with them is in the log only.
/// The section <c>Restate:Identity</c> of the configuration sets these options, too, and goes before code; keys of both count. When the configuration is reloaded, the keys change
/// without a restart; a reload that is wrong, or that would leave no key where there was one, changes nothing and is logged as an error.
/// </remarks>
public sealed class RestateIdentityOptions
{
    /// <summary>Gets the public keys, each <c>publickeyv1_</c> and a Base58 text. Several, for a change of keys or several clusters.</summary>
    /// <value>Empty by default: requests are not checked, so access to the port must be restricted in another way. A malformed key is an error at start.</value>
    public IList<string> PublicKeys { get; } = [];

    /// <summary>Gets or sets whether it is an error at start when there is no key.</summary>
    /// <value>The default is <see langword="false"/>; <c>UseRequestIdentity</c> sets it.</value>
    public bool IsRequired { get; set; }

    /// <summary>Gets or sets by how much this machine's clock may differ from the server's, beyond what the server's tokens allow themselves.</summary>
    /// <value>The default is zero: the server's tokens hold from a minute before they were signed to a minute after. At most 10 minutes; a captured token holds so much longer.</value>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>Gets or sets whether the network keeps all but the Restate server away from the port.</summary>
    /// <value>
    /// The default is <see langword="false"/>: outside Development, an application without keys that listens beyond this machine logs a warning when it starts.
    /// <see langword="true"/> only silences it.
    /// </value>
    public bool IsNetworkTrusted { get; set; }
}
