using System.Buffers;
using System.Diagnostics;

namespace Restate.Actors.Internal.Protocol;

/// <summary>Writes the messages of one attempt, and nothing else: what would harm a server cannot be produced here.</summary>
/// <param name="output">Receives whole frames; nothing is flushed.</param>
/// <param name="version">Version of the invocation. A feature that it lacks is refused with code 573.</param>
/// <remarks>A refused message leaves no bytes behind. Not thread-safe.</remarks>
internal sealed class MessageWriter(IBufferWriter<byte> output, ServiceProtocolVersion version)
{
    private bool _hasOutput;
    private bool _isEnded;

    /// <summary>Writes a command.</summary>
    /// <exception cref="ProtocolException">The command is not allowed in this version, or not at all.</exception>
    public void Write<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<TCommand>
    {
        RequireOpen();
        TCommand.Validate(in command, version);
        var length = command.GetPayloadLength();
        var writer = Begin(TCommand.Type, flags: 0, length);
        command.WritePayload(ref writer);
        Complete(ref writer, length);
        if (TCommand.Type == MessageType.OutputCommand)
        {
            _hasOutput = true;
        }
    }

    /// <summary>Says that the journal already holds the output, so that the end may follow.</summary>
    public void OutputReplayed() => _hasOutput = true;

    /// <summary>Writes the end of the invocation.</summary>
    /// <exception cref="InvalidOperationException">There is no output: a server that reads such an end may crash, again on each restart.</exception>
    public void WriteEnd()
    {
        RequireOpen();
        if (!_hasOutput)
        {
            throw new InvalidOperationException("An End message may only follow an output that was written or replayed in this attempt.");
        }

        var writer = Begin(MessageType.End, flags: 0, length: 0);
        Complete(ref writer, length: 0);
        _isEnded = true;
    }

    /// <summary>Writes a suspension, in the shape of the version.</summary>
    /// <exception cref="InvalidOperationException">There is nothing in <paramref name="awaitedFuture"/> that could resume the invocation.</exception>
    public void WriteSuspension(AwaitedFuture awaitedFuture)
    {
        RequireOpen();
        RequireLeaves(awaitedFuture);
        if (version >= ServiceProtocolVersion.V7)
        {
            WriteTree(MessageType.Suspension, treeField: 4, awaitedFuture, executingSideEffects: false);
        }
        else
        {
            var leaves = AwaitedFutureCodec.Flatten(awaitedFuture);
            var length = AwaitedFutureCodec.GetLeavesLength(leaves);
            var writer = Begin(MessageType.Suspension, flags: 0, length);
            AwaitedFutureCodec.WriteLeaves(ref writer, leaves);
            Complete(ref writer, length);
        }

        _isEnded = true;
    }

    /// <summary>Tells the server what the attempt waits for while it stays open (V7).</summary>
    public void WriteAwaitingOn(AwaitedFuture awaitedFuture, bool executingSideEffects)
    {
        RequireOpen();
        RequireLeaves(awaitedFuture);
        RequireV7("AwaitingOn");
        WriteTree(MessageType.AwaitingOn, treeField: 1, awaitedFuture, executingSideEffects);
    }

    /// <summary>Proposes the result of a run. From V7 on the server is asked for an acknowledgement instead of the whole result.</summary>
    public void WriteRunProposal(uint completionId, CommandResult result)
    {
        RequireOpen();
        result.Validate(version);

        // The value is plain bytes here, in a oneof: also present when it is empty.
        var failureLength = result.Failure?.GetLength() ?? 0;
        var length = ProtobufSize.UInt32(completionId) + ProtobufSize.Delimited(result.IsFailure ? failureLength : result.Value.Length);
        var flags = version >= ServiceProtocolVersion.V7 ? FrameHeader.RequestedAck : (ushort)0;
        var writer = Begin(MessageType.ProposeRunCompletion, flags, length);
        writer.WriteUInt32(1, completionId);
        if (result.Failure is { } failure)
        {
            writer.WriteLengthPrefix(15, failureLength);
            failure.Write(ref writer);
        }
        else
        {
            writer.WriteBytesAlways(14, result.Value);
        }

        Complete(ref writer, length);
    }

    /// <summary>Ends the attempt with an error.</summary>
    public void WriteError(in ErrorMessage message)
    {
        RequireOpen();
        if (message.Behavior != ErrorBehavior.Retry)
        {
            RequireV7("An error that pauses or fails the invocation");
        }

        var length = message.GetPayloadLength();
        var writer = Begin(MessageType.Error, flags: 0, length);
        message.WritePayload(ref writer);
        Complete(ref writer, length);
        _isEnded = true;
    }

    private void WriteTree(MessageType type, int treeField, AwaitedFuture root, bool executingSideEffects)
    {
        if (root.Depth > AwaitedFuture.MaxDepth)
        {
            throw new ProtocolException(
                ErrorCodes.Internal,
                $"The handler waits for combinations nested {root.Depth} deep; the server takes up to {AwaitedFuture.MaxDepth}.");
        }

        var codec = new AwaitedFutureCodec();
        var treeLength = codec.GetTreeLength(root);
        var length = ProtobufSize.Delimited(treeLength) + ProtobufSize.UInt32(executingSideEffects ? 1u : 0u);
        var writer = Begin(type, flags: 0, length);
        writer.WriteLengthPrefix(treeField, treeLength);
        codec.WriteTree(ref writer, root);
        writer.WriteBool(2, executingSideEffects);
        Complete(ref writer, length);
    }

    private ProtobufWriter Begin(MessageType type, ushort flags, int length)
    {
        var writer = new ProtobufWriter(output, FrameHeader.Size + length);
        writer.WriteHeader(new FrameHeader(type, flags, (uint)length));
        return writer;
    }

    private static void Complete(ref ProtobufWriter writer, int length)
    {
        writer.Complete();
        Debug.Assert(writer.Written == FrameHeader.Size + length, "The stated length must be the written one.");
    }

    private void RequireOpen()
    {
        if (_isEnded)
        {
            throw new InvalidOperationException("Nothing may follow an End, Suspension or Error message.");
        }
    }

    private void RequireV7(string feature)
    {
        if (version < ServiceProtocolVersion.V7)
        {
            throw ProtocolException.Unsupported(feature, ServiceProtocolVersion.V7, version);
        }
    }

    private static void RequireLeaves(AwaitedFuture awaitedFuture)
    {
        if (!awaitedFuture.HasLeaves)
        {
            throw new InvalidOperationException("The awaited future has no leaf: nothing could ever resume the invocation.");
        }
    }
}
