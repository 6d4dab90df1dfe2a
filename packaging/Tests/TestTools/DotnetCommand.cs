using System.Diagnostics;

namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>Runs the dotnet command line in a folder, as a shell of a user would.</summary>
/// <param name="directory">The folder.</param>
/// <param name="environment">Variables besides those of the test run.</param>
internal sealed class DotnetCommand(string directory, IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command to its end, which must be a success.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(StartInfo(arguments))!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            var text = $"{await output}{await errors}";
            return process.ExitCode == 0 ? text : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with code {process.ExitCode}:\n{text}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Describes the command, with its output redirected.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="more">Variables for this command alone.</param>
    public ProcessStartInfo StartInfo(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? more = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };

        // The tests themselves run within a build, whose settings are not those of a user's shell.
        foreach (var name in start.Environment.Keys.Where(IsOfThisBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // No process stays behind for the next build.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (var (name, value) in environment.Concat(more ?? new Dictionary<string, string>()))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsOfThisBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || variable is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT" or "ASPNETCORE_URLS";
}
