namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>Time and chance.</summary>
public interface IClockwork : IDurableService
{
    Task SleepAsync(int milliseconds);

    Task DelayAsync(int milliseconds);

    /// <summary>Waits for a timer that is shorter or longer than another.</summary>
    Task<string> RaceAsync(int milliseconds, int timeout);

    /// <summary>Waits for a timer with a limit.</summary>
    Task<bool> TryWaitAsync(int milliseconds, int timeout);

    /// <summary>Reads the clock before, between and after waits; notes what it read in every attempt.</summary>
    Task<IReadOnlyList<DateTimeOffset>> ReadAsync(string topic);

    Task<IReadOnlyList<string>> DrawAsync(string topic);

    Task<int> TickAsync(int ticks);

    Task<string> LateAsync();

    Task ThrowInTimerAsync();

    /// <summary>Waits for work or a limit that is dropped when the work is done, as handlers often do.</summary>
    Task<string> RaceAndDropAsync(int milliseconds, int timeout, CancellationToken cancellationToken = default);
}
