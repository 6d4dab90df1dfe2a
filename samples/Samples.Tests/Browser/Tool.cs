using System.Diagnostics;

namespace Samples.Tests.Browser;

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    /// <returns>What it has written to its standard output.</returns>
    /// <exception cref="InvalidOperationException">It has failed, or did not end in time. The text holds what it has written to its standard error.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var end = new CancellationTokenSource(limit);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end within {limit}.");
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} has failed with exit code {process.ExitCode}:\n{await errors}");
    }
}
