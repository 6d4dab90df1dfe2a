namespace Restate.Actors.Hosting;

/// <summary>Which Restate servers may send requests to this process.</summary>
/// <remarks>
/// A server signs its requests when it has a key: <c>RESTATE_REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE</c> names an Ed25519 key in PEM form. Discovery and
/// invocations without a valid signature are then answered with 401 before any actor's code runs; the health route stays open.
/// </remarks>
public sealed class RestateIdentityOptions
{
    /// <summary>Gets the public keys, each <c>publickeyv1_</c> and a Base58 text. Several, for a change of keys or several clusters.</summary>
    /// <value>Empty by default: requests are not checked, so access to the port must be restricted in another way. A malformed key is an error at start.</value>
    public IList<string> PublicKeys { get; } = [];

    /// <summary>Gets or sets whether it is an error at start when there is no key.</summary>
    /// <value>The default is <see langword="false"/>; <c>UseRequestIdentity</c> sets it.</value>
    public bool IsRequired { get; set; }
}
