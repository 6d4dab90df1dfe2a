using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Telemetry;

namespace Restate.Actors.Internal.Activations;

/// <summary>The activations of this process, one per (service, key) that is in use or warm.</summary>
internal sealed class ActivationTable(TimeProvider clock, TimeSpan idleTimeout) : IDisposable
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Service, string Key), Activation> _activations = [];
    private ITimer? _collector;
    private int _activeCount;
    private int _blockedCount;
    private bool _isDisposed;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _activations.Count;
            }
        }
    }

    /// <summary>Gets how many there are of each sort.</summary>
    public ActivationCounts Counts
    {
        get
        {
            lock (_lock)
            {
                return new ActivationCounts(_activeCount, _activations.Count - _activeCount, _blockedCount);
            }
        }
    }

    /// <summary>Finds or creates the activation of a key. A basic service has none.</summary>
    public ActivationUse Use(ActorContract contract, string key)
    {
        if (contract.Key is null)
        {
            return default;
        }

        lock (_lock)
        {
            var name = (contract.Name, key);
            if (!_activations.TryGetValue(name, out var activation))
            {
                activation = new Activation();
                _activations.Add(name, activation);
                StartCollector_NeedsLock();
            }

            _activeCount += activation.UseCount++ == 0 ? 1 : 0;
            return new ActivationUse(this, activation);
        }
    }

    public void Return(Activation activation)
    {
        lock (_lock)
        {
            _activeCount -= --activation.UseCount == 0 ? 1 : 0;
            activation.LastUsed = clock.GetTimestamp();
        }
    }

    /// <summary>Notes whether the last exclusive attempt of a key failed and is to be retried.</summary>
    public void SetBlocked(Activation activation, bool isBlocked)
    {
        lock (_lock)
        {
            if (activation.IsBlocked != isBlocked)
            {
                activation.IsBlocked = isBlocked;
                _blockedCount += isBlocked ? 1 : -1;
            }
        }
    }

    /// <summary>Drops the activations that nobody has used for a while.</summary>
    public void Collect()
    {
        lock (_lock)
        {
            foreach (var (name, activation) in _activations)
            {
                if (activation.UseCount == 0 && clock.GetElapsedTime(activation.LastUsed) >= idleTimeout)
                {
                    _activations.Remove(name);
                    _blockedCount -= activation.IsBlocked ? 1 : 0;
                }
            }

            if (_activations.Count < _activations.Capacity / 4)
            {
                _activations.TrimExcess();
            }

            if (_activations.Count == 0)
            {
                StopCollector_NeedsLock();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            StopCollector_NeedsLock();
        }
    }

    private void StartCollector_NeedsLock()
    {
        if (_collector is null && !_isDisposed && idleTimeout != Timeout.InfiniteTimeSpan)
        {
            var interval = idleTimeout > ShortestInterval ? idleTimeout : ShortestInterval;
            _collector = BackgroundTimer.Start(clock, static table => ((ActivationTable)table!).Collect(), this, interval);
        }
    }

    private void StopCollector_NeedsLock()
    {
        _collector?.Dispose();
        _collector = null;
    }
}
