namespace Restate.Actors.Dashboard.Internal.Page;

/// <summary>A file of the page, from the assembly.</summary>
internal sealed record PageFile(string Name, string ContentType, byte[] Content)
{
    public static IEnumerable<PageFile> ReadAll()
    {
        var assembly = typeof(PageFile).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return new PageFile(name, ContentTypeOf(name), content);
        }
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
