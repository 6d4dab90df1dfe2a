using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>Collects what an attempt waits for, for a suspension or a hint to the server.</summary>
internal sealed class AwaitedFutureBuilder(CombinatorType kind)
{
    private readonly List<uint> _completions = [];
    private readonly List<uint> _signals = [];
    private readonly List<string> _namedSignals = [];
    private readonly List<AwaitedFuture> _nested = [];

    public void Add(NotificationId id)
    {
        switch (id.Kind)
        {
            case NotificationIdKind.Completion:
                _completions.Add(id.Number);
                break;
            case NotificationIdKind.Signal:
                _signals.Add(id.Number);
                break;
            case NotificationIdKind.NamedSignal:
            default:
                _namedSignals.Add(id.Text!);
                break;
        }
    }

    public void Add(AwaitedFuture nested) => _nested.Add(nested);

    public AwaitedFuture Build() => new()
    {
        CombinatorType = kind,
        Completions = _completions,
        Signals = _signals,
        NamedSignals = _namedSignals,
        Nested = _nested,
    };
}
