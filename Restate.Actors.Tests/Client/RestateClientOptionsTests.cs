using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class RestateClientOptionsTests
{
    [Fact]
    public void Defaults_FitAServerOnThisMachine()
    {
        using var services = new ServiceCollection().AddRestateClient().Services.BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<RestateClientOptions>>().Value;

        Assert.Equal(new Uri("http://localhost:8080"), options.IngressUri);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.RequestTimeout);
        Assert.NotNull(services.GetRequiredService<IRestateClient>());
    }

    [Theory]
    [InlineData("/relative", "RestateClientOptions.IngressUri is a relative address; it must be an absolute http or https address without user, query and fragment, such as http://localhost:8080.")]
    [InlineData("ftp://a", "RestateClientOptions.IngressUri is a 'ftp' address; it must be an absolute http or https address without user, query and fragment, such as http://localhost:8080.")]
    [InlineData("http://me:secret@a", "RestateClientOptions.IngressUri is a 'http' address; it must be an absolute http or https address without user, query and fragment, such as http://localhost:8080.")]
    [InlineData("http://a?x=1", "RestateClientOptions.IngressUri is a 'http' address; it must be an absolute http or https address without user, query and fragment, such as http://localhost:8080.")]
    public void IngressUri_Wrong_ClearError(string uri, string message)
    {
        Assert.Equal([message], Failures(options => options.IngressUri = new Uri(uri, UriKind.RelativeOrAbsolute)));
    }

    [Fact]
    public void Everything_Wrong_AllMistakesAtOnce()
    {
        var failures = Failures(options =>
        {
            options.IngressUri = null!;
            options.RequestTimeout = TimeSpan.Zero;
            options.Retry.MaxAttempts = 0;
            options.Retry.InitialDelay = TimeSpan.FromSeconds(4);
            options.DefaultHeaders["host"] = "a";
        });

        Assert.Equal(
            [
                "RestateClientOptions.IngressUri is null; it must be an absolute http or https address without user, query and fragment, such as http://localhost:8080.",
                "RestateClientOptions.RequestTimeout is 00:00:00; it must be Timeout.InfiniteTimeSpan, or positive and below 49 days.",
                "RestateClientOptions.Retry.MaxAttempts is 0; it must be at least 1, which turns retries off.",
                "RestateClientOptions.Retry has InitialDelay 00:00:04 and MaxDelay 00:00:03; they must not be negative, MaxDelay not below InitialDelay and not above one day.",
                "RestateClientOptions.DefaultHeaders: The header 'host' belongs to HTTP or to Restate and cannot be set.",
            ],
            failures);
    }

    [Fact]
    public void AddRestateClient_Twice_SettingsAddUpAndOneClient()
    {
        var collection = new ServiceCollection();
        collection.AddRestateClient(options => options.IngressUri = new Uri("http://a:1"));
        collection.AddRestateClient(options => options.RequestTimeout = TimeSpan.FromSeconds(2));
        using var services = collection.BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<RestateClientOptions>>().Value;

        Assert.Equal(new Uri("http://a:1"), options.IngressUri);
        Assert.Equal(TimeSpan.FromSeconds(2), options.RequestTimeout);
        Assert.Single(services.GetServices<IRestateClient>());
        Assert.Single(services.GetServices<IActorFactory>());
    }

    private static IEnumerable<string> Failures(Action<RestateClientOptions> configure)
    {
        using var services = new ServiceCollection().AddRestateClient(configure).Services.BuildServiceProvider();
        return Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IRestateClient>()).Failures;
    }
}
