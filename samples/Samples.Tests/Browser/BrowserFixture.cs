using System.Text.Json;
using Xunit;

namespace Samples.Tests.Browser;

/// <summary>Runs scenarios in a headless browser.</summary>
/// <remarks>A scenario is a JavaScript module that drives pages with Playwright; <c>run.mjs</c> says what it is given. Its result comes back as JSON.</remarks>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private string? _installation;

    // xunit makes the fixture of tests that are skipped, too.
    public async Task InitializeAsync() => _installation = BrowserFactAttribute.IsSupported ? await BrowserInstallation.GetAsync() : null;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs a scenario. Fails if it throws, or if a page has logged an error.</summary>
    /// <typeparam name="TResult">What it returns.</typeparam>
    /// <param name="scenario">The path of its module, under the directory of this project.</param>
    /// <param name="input">What it is given as <c>input</c>.</param>
    /// <returns>What it has returned.</returns>
    public async Task<TResult> RunAsync<TResult>(string scenario, object input)
    {
        var output = await Tool.RunAsync(
            "node",
            [Path.Combine(BrowserInstallation.Scripts, "run.mjs"), _installation!, Path.Combine(Repository.Tests, scenario), JsonSerializer.Serialize(input)],
            Limit);
        var outcome = JsonSerializer.Deserialize<ScenarioOutcome<TResult>>(output, JsonSerializerOptions.Web)!;
        Assert.Empty(outcome.Problems);
        return outcome.Result;
    }
}
