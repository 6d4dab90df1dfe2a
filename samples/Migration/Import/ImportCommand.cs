using Restate.Actors.Admin;

namespace MigrationSample.Import;

/// <summary>The import as a command: <c>import MAPPING ROWS [--apply] [--overwrite] [--admin URL]</c>.</summary>
public static class ImportCommand
{
    private const string Usage = "import MAPPING.json ROWS.jsonl [--apply] [--overwrite] [--admin http://localhost:9070]";

    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments after <c>import</c>.</param>
    /// <returns>0 when all objects are where they should be, 1 when some failed, 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length < 2)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var admin = Array.IndexOf(args, "--admin") is var index and > 0 && index + 1 < args.Length ? args[index + 1] : "http://localhost:9070";
        var services = new ServiceCollection().AddLogging();
        services.AddRestateAdmin(options => options.AdminUri = new Uri(admin));
        await using var provider = services.BuildServiceProvider();
        var options = new ImportOptions { Apply = args.Contains("--apply"), Overwrite = args.Contains("--overwrite") };
        return await RunAsync(provider.GetRequiredService<IRestateAdmin>(), args[0], args[1], options, Console.Out);
    }

    /// <summary>Imports a file and writes what was done.</summary>
    public static async Task<int> RunAsync(IRestateAdmin admin, string mapping, string rows, ImportOptions options, TextWriter output)
    {
        var format = ImportMapping.Parse(await File.ReadAllTextAsync(mapping)).CreateFormat();
        using var lines = File.OpenText(rows);
        var input = await ImportInput.ReadAsync(lines, format);
        await output.WriteLineAsync($"{Path.GetFileName(rows)}: {input.Rows} rows of {input.Objects.Count} objects{(options.Apply ? "" : ", a rehearsal: nothing is written")}");

        var report = await new StateImporter(admin).ImportAsync(input, options, new ConsoleProgress(input.Objects.Count, output));
        await output.WriteLineAsync($"  {report}");
        foreach (var (type, count) in input.Skipped)
        {
            await output.WriteLineAsync($"  not in the mapping: {count} rows of '{type}'");
        }

        foreach (var alike in input.AlikeKeys)
        {
            await output.WriteLineAsync($"  keys that differ in case only: {alike}");
        }

        foreach (var problem in input.Problems.Concat(report.Failures))
        {
            await output.WriteLineAsync($"  failed: {problem}");
        }

        return input.Problems.Count + report.Failures.Count == 0 ? 0 : 1;
    }
}
