using Template._1.Actors;

namespace Template._1.Host;

/// <summary>Writes to the log, until there is something better.</summary>
public sealed class LoggingNotifier(ILogger<LoggingNotifier> logger) : INotifier
{
    public Task NotifyAsync(string name, string text, CancellationToken cancellationToken)
    {
        logger.LogInformation("To {Name}: {Text}", name, text);
        return Task.CompletedTask;
    }
}
