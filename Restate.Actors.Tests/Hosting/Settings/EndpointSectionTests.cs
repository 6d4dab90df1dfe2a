using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Restate.Actors.Hosting;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Settings;

/// <summary>Settings of the engine and of the registration from the configuration.</summary>
public sealed class EndpointSectionTests
{
    [Fact]
    public void All_Set_GoBeforeCode()
    {
        var options = Options<RestateActorsOptions>(
            [
                ("Restate:Endpoint:Services:0", "Form"),
                ("Restate:Endpoint:EscapeHandling", "Warn"),
                ("Restate:Endpoint:JournalMismatch", "Pause"),
                ("Restate:Endpoint:MaxMessageBytes", "1000000"),
                ("Restate:Endpoint:MaxJournalBytes", "5000000000"),
                ("Restate:Endpoint:MaxConcurrentAttempts", "7"),
                ("Restate:Endpoint:ExclusiveGracePeriod", "00:00:09"),
                ("Restate:Endpoint:ActivationIdleTimeout", "-00:00:00.001"),
                ("Restate:Endpoint:StreamEndTimeout", "00:00:02"),
                ("Restate:Endpoint:LongTurnThreshold", "00:00:00.5"),
            ],
            code =>
            {
                code.Services = ["Line", "Caller"];
                code.MaxConcurrentAttempts = 3;
            });

        Assert.Equal(["Form"], options.Services);
        Assert.Equal(EscapeHandling.Warn, options.EscapeHandling);
        Assert.Equal(JournalMismatchHandling.Pause, options.JournalMismatch);
        Assert.Equal((1_000_000, 5_000_000_000, 7), (options.MaxMessageBytes, options.MaxJournalBytes, options.MaxConcurrentAttempts));
        Assert.Equal(TimeSpan.FromSeconds(9), options.ExclusiveGracePeriod);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.ActivationIdleTimeout);
        Assert.Equal(TimeSpan.FromSeconds(2), options.StreamEndTimeout);
        Assert.Equal(TimeSpan.FromSeconds(0.5), options.LongTurnThreshold);
    }

    [Fact]
    public void NothingSet_CodeAndDefaultsStay()
    {
        var options = Options<RestateActorsOptions>([("Restate:Endpoint:MaxConcurrentAttempts", "7")], code => code.Services = ["Line"]);

        Assert.Equal(["Line"], options.Services);
        Assert.Equal((7, 64 * 1024 * 1024), (options.MaxConcurrentAttempts, options.MaxMessageBytes));
    }

    [Theory]
    [InlineData("MaxMesageBytes", "100000", "'MaxMesageBytes'")]
    [InlineData("MaxMessageBytes", "many", "Failed to convert configuration value 'many' at 'Restate:Endpoint:MaxMessageBytes' to type 'System.Int32'.")]
    [InlineData("StreamEndTimeout", "5 s", "Failed to convert configuration value '5 s' at 'Restate:Endpoint:StreamEndTimeout' to type 'System.TimeSpan'.")]
    [InlineData("EscapeHandling", "Ignore", "Failed to convert configuration value 'Ignore' at 'Restate:Endpoint:EscapeHandling'")]
    [InlineData("MaxMessageBytes", "1000", "RestateActorsOptions.MaxMessageBytes is 1000; it must be at least 65536 bytes.")]
    public async Task Wrong_HostDoesNotStart(string name, string value, string text)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => GuardedHost.StartAsync(configuration: ($"Restate:Endpoint:{name}", value)));

        Assert.Contains(text, Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Registration_FromTheConfiguration_GoesBeforeCode()
    {
        var options = Options<RestateRegistrationOptions>(
            [
                ("Restate:Registration:AdminUri", "http://restate:9070"),
                ("Restate:Registration:DeploymentUri", "http://shop-v2:9080"),
                ("Restate:Registration:Timeout", "00:05:00"),
                ("Restate:Registration:Metadata:version", "2"),
            ],
            actors: actors => actors.RegisterDeployment(deployment => deployment.DeploymentUri = new Uri("http://shop:9080")));

        Assert.Equal(new Uri("http://restate:9070"), options.AdminUri);
        Assert.Equal(new Uri("http://shop-v2:9080"), options.DeploymentUri);
        Assert.Equal(TimeSpan.FromMinutes(5), options.Timeout);
        Assert.Equal("2", options.Metadata["version"]);
    }

    private static TOptions Options<TOptions>(
        (string Name, string Value)[] values, Action<RestateActorsOptions>? code = null, Action<RestateActorsBuilder>? actors = null)
        where TOptions : class
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build());
        var builder = services.AddRestateActors(code);
        actors?.Invoke(builder);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<TOptions>>().Value;
    }
}
