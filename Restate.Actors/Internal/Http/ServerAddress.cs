namespace Restate.Actors.Internal.Http;

/// <summary>The address of a door of the server, under which its paths are found.</summary>
/// <remarks>Canonicalization is off: it would rewrite the keys <c>.</c> and <c>..</c> to other paths.</remarks>
internal sealed class ServerAddress(Uri root)
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _root = root.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>Gets the address of a path, which is escaped already and begins with a slash.</summary>
    public Uri Of(string pathAndQuery) => new(_root + pathAndQuery, AsWritten);
}
