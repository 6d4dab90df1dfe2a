namespace Template._1.Actors;

/// <summary>Tells people what has happened. An ordinary service, not an actor.</summary>
public interface INotifier
{
    Task NotifyAsync(string name, string text, CancellationToken cancellationToken);
}
