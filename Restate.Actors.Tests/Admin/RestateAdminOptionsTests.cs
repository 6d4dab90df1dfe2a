using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Restate.Actors.Admin;
using Xunit;

namespace Restate.Actors.Tests.Admin;

public sealed class RestateAdminOptionsTests
{
    [Fact]
    public void Defaults_FitAServerOnThisMachine()
    {
        using var services = new ServiceCollection().AddRestateAdmin().Services.BuildServiceProvider();

        Assert.Equal(new Uri("http://localhost:9070"), services.GetRequiredService<IOptions<RestateAdminOptions>>().Value.AdminUri);
        Assert.NotNull(services.GetRequiredService<IRestateAdmin>());
    }

    [Fact]
    public void Everything_Wrong_AllMistakesAtOnce()
    {
        using var services = new ServiceCollection().AddRestateAdmin(options =>
        {
            options.AdminUri = new Uri("/admin", UriKind.Relative);
            options.RequestTimeout = TimeSpan.Zero;
            options.Retry.MaxAttempts = 0;
        }).Services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IRestateAdmin>());

        Assert.Equal(
            [
                "RestateAdminOptions.AdminUri is a relative address; it must be an absolute http or https address without user, query and fragment, such as http://localhost:9070.",
                "RestateAdminOptions.RequestTimeout is 00:00:00; it must be Timeout.InfiniteTimeSpan, or positive and below 49 days.",
                "RestateAdminOptions.Retry.MaxAttempts is 0; it must be at least 1, which turns retries off.",
            ],
            error.Failures);
    }
}
