using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;

namespace Restate.Actors.Internal.Activations;

/// <summary>The activations of this process, one per (service, key) that is in use or warm.</summary>
internal sealed class ActivationTable(TimeProvider clock, TimeSpan idleTimeout) : IDisposable
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Service, string Key), Activation> _activations = [];
    private ITimer? _collector;
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

            activation.UseCount++;
            return new ActivationUse(this, activation);
        }
    }

    public void Return(Activation activation)
    {
        lock (_lock)
        {
            activation.UseCount--;
            activation.LastUsed = clock.GetTimestamp();
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
