using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>A host with the actors of this project, and no web server.</summary>
internal sealed class FuzzHost : IDisposable
{
    public const int MaxMessageBytes = 128 * 1024;
    public const int MaxJournalBytes = 256 * 1024;

    private readonly IHost _host;

    public FuzzHost()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Logging.AddProvider(Errors).SetMinimumLevel(LogLevel.Error);
        builder.Services.AddRestateActors(options =>
        {
            options.MaxMessageBytes = MaxMessageBytes;
            options.MaxJournalBytes = MaxJournalBytes;
            options.EscapeHandling = EscapeHandling.Fail;
            options.ActivationIdleTimeout = TimeSpan.FromTicks(1);
        }).AddGeneratedActors();
        _host = builder.Build();
        var environment = AttemptEnvironment.Create(_host.Services, isStrictByDefault: true) with { Steps = new InlineSteps() };
        Engine = new ActorEngine(_host.Services.GetRequiredService<ActorCatalog>(), environment);
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>Gets an engine whose steps run in place, so that a whole attempt runs on the thread that sends.</summary>
    public ActorEngine Engine { get; }

    public ErrorLog Errors { get; } = new();

    public void Dispose()
    {
        Engine.Dispose();
        _host.Dispose();
    }

    private sealed class InlineSteps : StepScheduler
    {
        public override void Start(StepExecution step) => step.Execute();
    }
}
