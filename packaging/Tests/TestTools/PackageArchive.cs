using System.IO.Compression;
using System.Xml.Linq;

namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>A package that was read.</summary>
/// <param name="Metadata">What its nuspec says.</param>
/// <param name="Files">Its files, without those that each package has for its format, in the order of their names.</param>
/// <param name="Contents">The bytes of the files.</param>
internal sealed record PackageArchive(XElement Metadata, IReadOnlyList<string> Files, IReadOnlyDictionary<string, byte[]> Contents)
{
    public static PackageArchive Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var contents = archive.Entries.ToDictionary(entry => entry.FullName, Bytes);
        var nuspec = XDocument.Load(new MemoryStream(contents.Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value));
        return new PackageArchive(
            nuspec.Root!.Elements().Single(element => element.Name.LocalName == "metadata"),
            [.. contents.Keys.Where(IsOfThePackage).Order(StringComparer.Ordinal)],
            contents);
    }

    /// <summary>Reads a value of the metadata.</summary>
    /// <returns>Its text; <see langword="null"/> if it is not there.</returns>
    public string? Value(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    /// <summary>Lists what the package depends on.</summary>
    /// <returns>Lines with framework, id, version and what is left out.</returns>
    public IEnumerable<string> Dependencies() =>
        from dependency in Metadata.Descendants()
        where dependency.Name.LocalName == "dependency"
        select $"{dependency.Parent!.Attribute("targetFramework")!.Value}: {dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}"
            + (dependency.Attribute("include") is { } include ? $" with {include.Value}" : "")
            + (dependency.Attribute("exclude") is { } exclude ? $" without {exclude.Value}" : "");

    private static bool IsOfThePackage(string file) =>
        file is not "[Content_Types].xml" && !file.StartsWith("_rels/", StringComparison.Ordinal) && !file.StartsWith("package/", StringComparison.Ordinal);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
