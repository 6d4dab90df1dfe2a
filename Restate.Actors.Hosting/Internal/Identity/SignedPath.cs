namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>The path of a request as the server signs it: without the prefix of the deployment.</summary>
internal static class SignedPath
{
    public static string Of(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments switch
        {
            [.., "invoke", var service, var handler] => $"/invoke/{service}/{handler}",
            [.., "discover"] => "/discover",
            _ => path,
        };
    }
}
