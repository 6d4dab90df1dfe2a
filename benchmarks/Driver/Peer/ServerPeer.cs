using System.Buffers.Binary;
using System.Text;
using Restate.Actors.Benchmarks.Driver.Scenarios;

namespace Restate.Actors.Benchmarks.Driver.Peer;

/// <summary>Plays the server for one attempt: answers commands, checks what comes. Knows no transport.</summary>
internal sealed class ServerPeer(Scenario scenario)
{
    private readonly byte[] _output = Encoding.UTF8.GetBytes(scenario.Output);
    private readonly byte[] _callResult = Encoding.UTF8.GetBytes(scenario.CallResult);
    private readonly int[] _counts = new int[scenario.Expected.Length];
    private byte[] _partial = [];
    private int _partialLength;
    private bool _hasOutput;
    private List<byte[]>? _held;

    /// <summary>Gets whether the attempt has ended, so that the server ends its side.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Gets whether there are answers that wait for <see cref="Release"/>.</summary>
    public bool IsHolding => _held is not null;

    /// <summary>Prepares for the next attempt.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        _partialLength = 0;
        _hasOutput = false;
        HasEnded = false;
    }

    /// <summary>Takes bytes of the endpoint.</summary>
    /// <param name="bytes">Any piece of its stream of messages.</param>
    /// <param name="send">Takes each message that the server sends in return.</param>
    /// <exception cref="InvalidDataException">The endpoint does not do what the scenario asks for.</exception>
    public void Receive(ReadOnlySpan<byte> bytes, Action<byte[]> send)
    {
        if (_partialLength > 0)
        {
            Append(bytes);
            bytes = _partial.AsSpan(0, _partialLength);
        }

        var rest = bytes;
        while (rest.Length >= Message.HeaderSize)
        {
            var length = Message.HeaderSize + (int)BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
            if (rest.Length < length)
            {
                break;
            }

            Take(BinaryPrimitives.ReadUInt16BigEndian(rest), rest[Message.HeaderSize..length], scenario.IsHeld ? Hold : send);
            rest = rest[length..];
        }

        Keep(rest);
    }

    /// <summary>Sends what was held back.</summary>
    public void Release(Action<byte[]> send)
    {
        _held?.ForEach(send);
        _held = null;
    }

    private void Hold(byte[] message) => (_held ??= []).Add(message);

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var needed = _partialLength + bytes.Length;
        if (_partial.Length < needed)
        {
            Array.Resize(ref _partial, Math.Max(needed, _partial.Length * 2));
        }

        bytes.CopyTo(_partial.AsSpan(_partialLength));
        _partialLength = needed;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (_partialLength > 0)
        {
            // Usually nothing was taken of a large message: then all is where it belongs.
            if (rest.Length < _partialLength)
            {
                rest.CopyTo(_partial);
                _partialLength = rest.Length;
            }
        }
        else
        {
            Append(rest);
        }
    }

    private void Take(ushort type, ReadOnlySpan<byte> payload, Action<byte[]> send)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (scenario.Expected[i].Type == type)
            {
                _counts[i]++;
            }
        }

        switch (type)
        {
            case MessageTypes.GetEagerState or MessageTypes.SetState or MessageTypes.Run:
                if (!IsExpected(type))
                {
                    throw Problem($"Message 0x{type:X4} is not expected.");
                }

                break;
            case MessageTypes.ProposeRun:
                AnswerRun(payload, send);
                break;
            case MessageTypes.Sleep:
                send(Message.Completion(MessageTypes.SleepCompletion, IdOf(payload, 11)));
                break;
            case MessageTypes.Call:
                send(Message.InvocationId(IdOf(payload, 10)));
                send(Message.Completion(MessageTypes.CallCompletion, IdOf(payload, 11), _callResult));
                break;
            case MessageTypes.Output:
                CheckOutput(payload);
                break;
            case MessageTypes.End:
                Require(_hasOutput, "End came before the output.");
                HasEnded = true;
                break;
            default:
                throw new InvalidDataException($"{scenario.Name}: the endpoint sent message 0x{type:X4}: {Encoding.UTF8.GetString(payload)}");
        }
    }

    private bool IsExpected(ushort type)
    {
        foreach (var expected in scenario.Expected)
        {
            if (expected.Type == type)
            {
                return true;
            }
        }

        return false;
    }

    private static uint IdOf(ReadOnlySpan<byte> payload, int field)
    {
        var reader = new ProtoReader(payload);
        while (reader.Next())
        {
            if (reader.Field == field)
            {
                return (uint)reader.Number;
            }
        }

        throw new InvalidDataException($"The command has no field {field}.");
    }

    private static void AnswerRun(ReadOnlySpan<byte> payload, Action<byte[]> send)
    {
        var id = 0U;
        ReadOnlySpan<byte> value = default;
        var reader = new ProtoReader(payload);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                id = (uint)reader.Number;
            }
            else if (reader.Field == 14)
            {
                value = reader.Content;
            }
        }

        send(Message.Completion(MessageTypes.RunCompletion, id, value));
    }

    private void CheckOutput(ReadOnlySpan<byte> payload)
    {
        var reader = new ProtoReader(payload);
        while (reader.Next())
        {
            if (reader.Field == 14)
            {
                var value = new ProtoReader(reader.Content);
                if (!value.Next() || !value.Content.SequenceEqual(_output))
                {
                    throw Problem($"The output is {Encoding.UTF8.GetString(reader.Content)}, not {scenario.Output}.");
                }

                _hasOutput = true;
            }
        }

        for (var i = 0; i < _counts.Length; i++)
        {
            var (type, count) = scenario.Expected[i];
            if (_counts[i] != count)
            {
                throw Problem($"{_counts[i]} messages 0x{type:X4} came, not {count}.");
            }
        }

        Require(_hasOutput, "The output has no value.");
    }

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw Problem(problem);
        }
    }

    private InvalidDataException Problem(string problem) => new($"{scenario.Name}: {problem}");
}
