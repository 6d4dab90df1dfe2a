using System.Diagnostics;
using System.Text.Json;

namespace Restate.Actors.Dashboard.Tests.Browser;

/// <summary>Runs a script with a headless browser and takes its result.</summary>
internal static class BrowserScene
{
    /// <summary>Runs a scene.</summary>
    /// <param name="name">The file in Browser/Scripts.</param>
    /// <param name="input">What the script gets.</param>
    /// <param name="onStep">What is done when the script says that it has come to a step. It goes on afterwards.</param>
    /// <returns>What the script returned.</returns>
    public static async Task<JsonElement> RunAsync(string name, object input, Func<string, Task>? onStep = null)
    {
        var installation = await BrowserInstallation.GetAsync();
        string[] arguments =
        [
            BrowserInstallation.Script("run.mjs"), installation.Packages, installation.Executable, BrowserInstallation.Script(name), JsonSerializer.Serialize(input),
        ];
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (installation.Libraries is not null)
        {
            start.Environment["LD_LIBRARY_PATH"] = installation.Libraries;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                using var message = JsonDocument.Parse(line);
                if (message.RootElement.TryGetProperty("result", out var result))
                {
                    return result.Clone();
                }

                await (onStep?.Invoke(message.RootElement.GetProperty("step").GetString()!) ?? Task.CompletedTask);
                await process.StandardInput.WriteLineAsync("go on");
            }

            throw new InvalidOperationException($"The scene {name} ended without a result:\n{await errors}");
        }
        finally
        {
            await EndAsync(process);
        }
    }

    private static async Task EndAsync(Process process)
    {
        using var grace = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
