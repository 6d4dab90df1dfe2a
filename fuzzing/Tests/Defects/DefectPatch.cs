namespace Restate.Actors.Fuzzing.Tests.Defects;

/// <summary>One patch of <c>fuzzing/defects</c>: the lines that it expects in the code.</summary>
internal static class DefectPatch
{
    public static string Repository { get; } = FindRepository();

    public static string Folder => Path.Combine(Repository, "fuzzing", "defects");

    /// <summary>Finds the parts that the code does not have.</summary>
    /// <param name="patch">The text of the patch.</param>
    /// <returns>The file and the first line of each such part.</returns>
    public static IEnumerable<string> Misfits(string patch)
    {
        var file = "";
        foreach (var part in patch.Split("\n@@ "))
        {
            var lines = part.Split('\n');
            string[] expected = [.. lines.Skip(1).Where(static line => line is [' ' or '-', ..] && !line.StartsWith("--- ", StringComparison.Ordinal)).Select(static line => line[1..])];
            if (file.Length > 0 && !Holds(file, expected))
            {
                yield return $"{file}: {expected.FirstOrDefault(static line => line.Length > 0)?.Trim()}";
            }

            file = lines.LastOrDefault(static line => line.StartsWith("+++ b/", StringComparison.Ordinal))?[6..] ?? file;
        }
    }

    private static bool Holds(string file, string[] expected)
    {
        var code = $"\n{File.ReadAllText(Path.Combine(Repository, file))}";
        return expected.Length > 0 && code.Contains($"\n{string.Join('\n', expected)}", StringComparison.Ordinal);
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Restate.Actors.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
