using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.LocalServer;

public sealed class LocalServerHostedServiceTests
{
    [Fact]
    public async Task Starting_Production_StartsNothingAndSaysWhy()
    {
        var logger = new RecordingLogger<LocalRestateServer>();
        await using var service = new LocalServerHostedService(
            Options.Create(new LocalRestateServerOptions { ExecutablePath = "/no/such/file" }), new HostEnvironment("Production"), logger);

        await service.StartingAsync(CancellationToken.None);

        Assert.Equal(
            [
                "Warning: No local Restate server is started, because the environment is Production. For development set DOTNET_ENVIRONMENT=Development; "
                + "to start one all the same set LocalRestateServerOptions.AllowInProduction.",
            ],
            logger.Lines);
    }

    [Theory]
    [InlineData("Development", false)]
    [InlineData("Production", true)]
    public async Task Starting_DevelopmentOrAllowed_LooksForTheServer(string environment, bool allowInProduction)
    {
        var ports = LoopbackPorts.Pick(2);
        var options = new LocalRestateServerOptions
        {
            ExecutablePath = "/no/such/file",
            AllowInProduction = allowInProduction,
            IngressUri = new Uri($"http://localhost:{ports[0]}"),
            AdminUri = new Uri($"http://localhost:{ports[1]}"),
        };
        await using var service = new LocalServerHostedService(
            Options.Create(options), new HostEnvironment(environment), new RecordingLogger<LocalRestateServer>());

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(() => service.StartingAsync(CancellationToken.None));

        Assert.Contains("'/no/such/file', and there is no such file.", error.Message, StringComparison.Ordinal);
    }

    private sealed class HostEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
