using System.Text;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>One attempt of an actor, and what has to be true when it is over.</summary>
internal sealed class AttemptRun : IAsyncDisposable
{
    /// <summary>How long an attempt may take to end when its server has ended: it counts as stuck afterwards.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FuzzHost _host;
    private readonly AttemptStream _stream;
    private readonly AnswerCheck _answer;
    private readonly Task _ended;

    private AttemptRun(FuzzHost host, HandlerInvoker handler, ServiceProtocolVersion version)
    {
        _host = host;
        _stream = AttemptStream.Create(version);
        _answer = new AnswerCheck(version);
        _ended = host.Engine.RunAsync(handler, _stream);
    }

    public static IReadOnlyList<(string Service, string Handler)> Handlers { get; } =
    [
        ("Wanderer", "Wander"),
        ("Wanderer", "Look"),
        ("Journey", "Run"),
        ("Journey", "Ask"),
        ("Guide", "Lead"),
        ("Wanderer", "Pack"),
        ("Locker", "Open"),
    ];

    public IReadOnlyList<RawFrame> Frames => _answer.Frames;

    public RawFrame? Terminal => _answer.Terminal;

    public bool IsReset => _stream.IsReset;

    public static AttemptRun Begin(FuzzHost host, int handler, ServiceProtocolVersion version)
    {
        var (service, name) = Handlers[handler % Handlers.Count];
        return new AttemptRun(host, host.Engine.Catalog.Find(service, name)!, version);
    }

    public void Send(ReadOnlySpan<byte> bytes) => _stream.Send(bytes);

    /// <summary>Takes what the attempt has sent since the last time.</summary>
    public IReadOnlyList<RawFrame> Take() => _answer.Take(_stream.Take());

    public void LoseInput() => _stream.LoseInput();

    public void Abort() => _stream.Abort();

    /// <summary>Ends the server's side and looks at what is left of the attempt: nothing.</summary>
    /// <exception cref="DefectException">Something is.</exception>
    public async ValueTask EndAsync()
    {
        _stream.EndInput();
        if (!_ended.IsCompleted)
        {
            await WaitAsync();
        }

        if (_ended.IsFaulted)
        {
            throw new DefectException("The task of an attempt failed.", _ended.Exception);
        }

        Take();
        _answer.End(_stream.IsReset);
        if (_host.Errors.Take() is { } error)
        {
            throw new DefectException($"The engine broke down: {error}");
        }

        if (_host.Engine.RunningCount != 0 || _host.Engine.Activations.Counts.Active != 0)
        {
            throw new DefectException($"{_host.Engine.RunningCount} attempts and {_host.Engine.Activations.Counts.Active} uses of activations are left behind.");
        }
    }

    /// <summary>Makes sure that nothing is left of an attempt that was found to be wrong.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCompleted)
        {
            _stream.LoseInput();
            _stream.Abort();
            await ((Task)_ended.WaitAsync(Patience)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Describes the answer without values.</summary>
    public Behaviour Describe(int units)
    {
        var signature = new StringBuilder();
        ushort last = 0;
        foreach (var frame in _answer.Frames.TakeWhile(_ => signature.Length < 160))
        {
            if (frame.Type != last)
            {
                signature.Append(frame.Type).Append(' ');
                last = frame.Type;
            }
        }

        signature.Append(_answer.Error).Append(_stream.IsReset);
        return new Behaviour(signature.ToString(), units, _answer.Error);
    }

    private async Task WaitAsync()
    {
        try
        {
            await _ended.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new DefectException($"The attempt is stuck: it has not ended {Patience} after its input did.");
        }
    }
}
