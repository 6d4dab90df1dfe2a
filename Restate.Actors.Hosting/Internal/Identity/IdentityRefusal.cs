namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>Why a request is not that of a known server. For the log only; who sent it is told nothing.</summary>
internal enum IdentityRefusal
{
    /// <summary>It has no signature.</summary>
    Unsigned,

    /// <summary>Its scheme of signing is another one.</summary>
    OtherScheme,

    /// <summary>Its token is missing, repeated, too long, or no token.</summary>
    Malformed,

    /// <summary>Its token is of the future.</summary>
    NotYetValid,

    /// <summary>Its token is of the past.</summary>
    Expired,

    /// <summary>Its token was made for another path.</summary>
    OtherPath,

    /// <summary>None of the known keys has signed it.</summary>
    UnknownSigner,
}
