namespace Restate.Actors.Hosting.Internal.Discovery;

/// <summary>The versions of the endpoint manifest.</summary>
internal static class ManifestVersion
{
    private const string Prefix = "application/vnd.restate.endpointmanifest.v";
    private const string Suffix = "+json";
    private const int Newest = 4;

    public static string ContentType(int version) => $"{Prefix}{version}{Suffix}";

    /// <summary>Chooses the newest version that a server asks for and that is known here.</summary>
    /// <param name="accept">The request's Accept header.</param>
    public static int? Negotiate(string accept)
    {
        int? best = null;
        foreach (var range in accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            for (var version = Newest; version >= 1; version--)
            {
                if (string.Equals(range, ContentType(version), StringComparison.OrdinalIgnoreCase) && version > (best ?? 0))
                {
                    best = version;
                }
            }
        }

        return best;
    }
}
