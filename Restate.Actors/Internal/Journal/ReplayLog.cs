using System.Buffers;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The recorded commands in order; holds the handler to them.</summary>
internal sealed class ReplayLog(bool comparePayloads, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? payloadEquality)
{
    private readonly SegmentedQueue<RecordedCommand> _commands = new();
    private ArrayBufferWriter<byte>? _attemptedBytes;

    public bool IsEmpty => _commands.Count == 0;

    public int Count => _commands.Count;

    public MessageType NextType => _commands.Peek().Type;

    public void Add(in RecordedCommand command) => _commands.Enqueue(command);

    public InputCommand? PeekInput() => _commands.Peek() is { Type: MessageType.InputCommand } first ? InputCommand.Read(first.Payload) : null;

    public RecordedCommand Take() => _commands.Dequeue();

    /// <summary>Takes the next recorded command and compares it with the attempted one.</summary>
    /// <returns>The recorded command's difference to the attempted one, or <see langword="null"/> when they agree.</returns>
    public string? Match<TCommand>(in TCommand attempted, out TCommand recorded)
        where TCommand : struct, ICommand<TCommand>
    {
        var next = _commands.Peek();
        if (next.Type != TCommand.Type)
        {
            recorded = default;
            return $"  command: recorded {next.Type}, attempted {TCommand.Type}";
        }

        _commands.Dequeue();
        recorded = attempted;
        if (IsSameBytes(attempted, next.Payload.Span))
        {
            return null;
        }

        // The server encodes some commands anew before it stores them, and some fields do not count: compare field by field.
        recorded = TCommand.Read(next.Payload);
        var comparison = new FieldComparison(comparePayloads, payloadEquality);
        attempted.Compare(recorded, ref comparison);
        return comparison.IsMatch ? null : comparison.Describe();
    }

    private bool IsSameBytes<TCommand>(in TCommand attempted, ReadOnlySpan<byte> recorded)
        where TCommand : struct, ICommand<TCommand>
    {
        var length = attempted.GetPayloadLength();
        if (length != recorded.Length)
        {
            return false;
        }

        _attemptedBytes ??= new ArrayBufferWriter<byte>(256);
        _attemptedBytes.ResetWrittenCount();
        var writer = new ProtobufWriter(_attemptedBytes);
        attempted.WritePayload(ref writer);
        writer.Complete();
        return _attemptedBytes.WrittenSpan.SequenceEqual(recorded);
    }
}
