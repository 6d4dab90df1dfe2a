using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>An attempt and a server that hears what it says.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private const string Key = "k";

    private static readonly MessageType[] Completions =
        [.. Enum.GetValues<MessageType>().Where(type => type.IsNotification && type != MessageType.SignalNotification)];

    private readonly FuzzHost _host;
    private readonly ServiceProtocolVersion _version;
    private readonly int _handler;
    private readonly bool _isPartial;
    private readonly byte[] _itinerary;
    private readonly HonestServer _server;
    private readonly List<RawFrame> _sent = [];

    public Conversation(FuzzHost host, ServiceProtocolVersion version, int handler, bool isPartial, byte[] itinerary)
    {
        _host = host;
        _version = version;
        _handler = handler;
        _isPartial = isPartial;
        _itinerary = itinerary;
        _server = new HonestServer(version);
        Attempt = AttemptRun.Begin(host, handler, version);
        Send([ServerFrames.Start(1, isPartial, Key), ServerFrames.Input(itinerary)]);
    }

    public AttemptRun Attempt { get; }

    public bool IsOpen => Attempt.Terminal is null && !Attempt.IsReset;

    /// <summary>Gets how many frames were sent in both directions.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Gets the journal as it is sent to the next attempt.</summary>
    public byte[] StoredBytes => RawFrame.Join([ServerFrames.Start(_server.Journal.Count + 1, _isPartial, Key), ServerFrames.Input(_itinerary), .. _server.Journal]);

    /// <summary>Answers a command, or sends a signal.</summary>
    public void AnswerHonestly(ByteSource source)
    {
        var choice = source.Next();
        if (choice % 4 == 0)
        {
            // Each index of an awakeable has one result; so has each name, as far as the journal knows.
            var number = (uint)(choice / 4);
            Send([_server.Store(number % 2 == 0 ? ServerFrames.Signal(17 + (number / 2), "\"resolved\"") : ServerFrames.Signal((number / 2 % 8).ToString(System.Globalization.CultureInfo.InvariantCulture), "\"signalled\""))]);
        }
        else if (_server.DueCount > 0)
        {
            Send([_server.Answer(choice / 4)]);
        }
        else if (choice == 0xFF)
        {
            Send([_server.Store(ServerFrames.Signal(1, json: null))]);
        }
    }

    /// <summary>Answers a command if one is open.</summary>
    public bool AnswerNext()
    {
        if (_server.DueCount == 0)
        {
            return false;
        }

        Send([_server.Answer(0)]);
        return true;
    }

    /// <summary>Says something that a server may or may not say.</summary>
    public void Answer(ByteSource source)
    {
        var id = source.Next() % 40u;
        var type = Completions[source.Below(Completions.Length)];
        switch (source.Below(16))
        {
            case 0 or 1 or 2 or 3 or 4 when _server.DueCount > 0:
                Send([_server.Answer((int)id)]);
                break;
            case 5 when _sent.Count > 0:
                Send([_sent[(int)id % _sent.Count]]);
                break;
            case 6:
                Send([ServerFrames.Value(type, id, "\"x\"")]);
                break;
            case 7:
                Send([ServerFrames.Void(type, id)]);
                break;
            case 8:
                Send([ServerFrames.Failed(type, id, 409)]);
                break;
            case 9:
                Send([ServerFrames.RunAck(id)]);
                break;
            case 10:
                Send([ServerFrames.Signal(id, source.Flip() ? "\"s\"" : null)]);
                break;
            case 11:
                Send([ServerFrames.Value(type, id, source.Take(6))]);
                break;
            case 12 when _server.DueCount > 0:
                var answer = _server.Answer((int)id);
                Send([answer with { Payload = FieldMutator.Mutate(answer.Payload, new Random(source.Next()), depth: 0) }]);
                break;
            case 13 when id == 0:
                Attempt.Abort();
                break;
            case 13 when id == 1:
                Attempt.LoseInput();
                break;
            case 14 when id < 4:
                Attempt.Send(source.Take(12));
                break;
            default:
                Send([ServerFrames.Signal((id % 8).ToString(System.Globalization.CultureInfo.InvariantCulture), "\"signalled\"")]);
                break;
        }
    }

    /// <summary>Runs an attempt that is sent the whole journal at once.</summary>
    public async ValueTask<AttemptRun> ReplayAsync()
    {
        var replay = AttemptRun.Begin(_host, _handler, _version);
        replay.Send(StoredBytes);
        await replay.EndAsync();
        return replay;
    }

    public ValueTask DisposeAsync() => Attempt.DisposeAsync();

    private void Send(IReadOnlyList<RawFrame> frames)
    {
        _sent.AddRange(frames);
        Attempt.Send(RawFrame.Join(frames.Select(frame => frame with { Length = (uint)frame.Payload.Length })));
        FrameCount += frames.Count;
        foreach (var frame in Attempt.Take())
        {
            FrameCount++;
            _server.Receive(frame);
        }
    }
}
