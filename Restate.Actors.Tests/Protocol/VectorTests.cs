using Google.Protobuf;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

/// <summary>Every message of the vector files through the oracle and through our codec.</summary>
public sealed class VectorTests
{
    [Fact]
    public void Oracle_EveryVectorMessage_ReEncodesToTheSameBytes()
    {
        var shapes = new HashSet<(MessageType, Type)>();

        foreach (var message in VectorMessage.All())
        {
            var decoded = OracleMessages.Parser(message.Header.Type, message.Version).ParseFrom(message.Payload);

            Assert.True(message.Payload.AsSpan().SequenceEqual(decoded.ToByteArray()), message.Source);
            shapes.Add((message.Header.Type, decoded.GetType()));
        }

        Assert.Equal(905, VectorMessage.All().Count());
        Assert.Equal(41, shapes.Count);
    }

    [Fact]
    public void MessageWriter_EveryVectorMessageThatWeMayWrite_SameBytes()
    {
        var count = 0;
        foreach (var message in VectorMessage.All())
        {
            if (Rewrite(message) is not { } written)
            {
                continue;
            }

            count++;
            var expected = message.Bytes;
            if (message.Header.Flags != 0 && message.Version < ServiceProtocolVersion.V7)
            {
                // Scripted exchanges that try out the flag where it means nothing; we never set it there.
                expected = MessageBytes(message.Header with { Flags = 0 }, message.Payload);
            }

            Assert.True(expected.AsSpan().SequenceEqual(written), $"{message.Source}: {Convert.ToHexStringLower(written)}");
        }

        Assert.True(count > 400, $"Only {count} messages were written.");
    }

    [Fact]
    public void Read_EveryVectorMessageThatWeReceive_SameFieldsAsTheOracle()
    {
        var count = 0;
        foreach (var message in VectorMessage.All().Where(message => !LacksResult(message)))
        {
            if (Reread(message) is not { } read)
            {
                continue;
            }

            count++;
            Assert.True(message.Payload.AsSpan().SequenceEqual(read.ToByteArray()), message.Source);
        }

        Assert.True(count > 600, $"Only {count} messages were read.");
    }

    [Fact]
    public void ReadId_EveryVectorNotification_SameIdAsRead()
    {
        foreach (var message in VectorMessage.All().Where(message => message.Header.Type.IsNotification && !LacksResult(message)))
        {
            var id = Notification.ReadId(message.Payload);

            Assert.Equal(Notification.Read(message.Header.Type, message.Payload).Id, id);
        }
    }

    [Fact]
    public void Read_VectorNotificationsWithoutResult_Refused()
    {
        var messages = VectorMessage.All().Where(LacksResult).ToList();

        var message = Assert.Single(messages);
        var error = Assert.Throws<ProtocolException>(() => Notification.Read(message.Header.Type, message.Payload));
        Assert.Equal(ErrorCodes.Internal, error.Code);
        Assert.Equal("The received SleepCompletion message lacks a result.", error.Message);
    }

    private static bool LacksResult(VectorMessage message) =>
        message.Header.Type.IsNotification
        && Oracle.NotificationTemplate.Parser.ParseFrom(message.Payload).ResultCase == Oracle.NotificationTemplate.ResultOneofCase.None;

    private static byte[] MessageBytes(FrameHeader header, byte[] payload)
    {
        var bytes = new byte[FrameHeader.Size + payload.Length];
        header.Write(bytes);
        payload.CopyTo(bytes, FrameHeader.Size);
        return bytes;
    }

    private static byte[]? Rewrite(VectorMessage message)
    {
        var payload = message.Payload;
        switch (message.Header.Type)
        {
            case MessageType.End:
                return MessageOutput.Of(message.Version, writer =>
                {
                    writer.OutputReplayed();
                    writer.WriteEnd();
                });
            case MessageType.Suspension when message.Version < ServiceProtocolVersion.V7:
                var flat = Oracle.SuspensionMessageFlat.Parser.ParseFrom(payload);
                var lists = new AwaitedFuture
                {
                    Completions = flat.WaitingCompletions,
                    Signals = flat.WaitingSignals,
                    NamedSignals = flat.WaitingNamedSignals,
                };
                return MessageOutput.Of(message.Version, writer => writer.WriteSuspension(lists));
            case MessageType.Suspension:
                var tree = OracleMapping.Map(Oracle.SuspensionMessage.Parser.ParseFrom(payload).AwaitingOn);
                return MessageOutput.Of(message.Version, writer => writer.WriteSuspension(tree));
            case MessageType.AwaitingOn:
                var awaiting = Oracle.AwaitingOnMessage.Parser.ParseFrom(payload);
                return MessageOutput.Of(
                    message.Version,
                    writer => writer.WriteAwaitingOn(OracleMapping.Map(awaiting.AwaitingOn), awaiting.ExecutingSideEffects));
            case MessageType.ProposeRunCompletion:
                var proposal = Oracle.ProposeRunCompletionMessage.Parser.ParseFrom(payload);
                var result = OracleMapping.Map(proposal.Failure) is { } failure
                    ? CommandResult.Failed(failure)
                    : CommandResult.Success(proposal.Value.ToByteArray());
                return MessageOutput.Of(message.Version, writer => writer.WriteRunProposal(proposal.ResultCompletionId, result));
            case MessageType.Error:
                var error = OracleMapping.ToError(Oracle.ErrorMessage.Parser.ParseFrom(payload));
                return MessageOutput.Of(message.Version, writer => writer.WriteError(error));
            default:
                return CommandVisitor.Visit(message.Header.Type, payload, message.Version)?.Written;
        }
    }

    private static IMessage? Reread(VectorMessage message)
    {
        var payload = message.Payload;
        return message.Header.Type switch
        {
            MessageType.Start => OracleMapping.Map(StartMessage.Read(payload)),
            MessageType.InputCommand => OracleMapping.Map(InputCommand.Read(payload)),
            MessageType.CommandAck => new Oracle.CommandAckMessage { CommandIndex = CommandAck.Read(payload).CommandIndex },
            MessageType.ProposeRunCompletionAck => new Oracle.ProposeRunCompletionAckMessage
            {
                CompletionId = ProposeRunCompletionAck.Read(payload).CompletionId,
            },
            var type when type.IsNotification => OracleMapping.Map(Notification.Read(type, payload)),
            var type => CommandVisitor.Visit(type, payload, message.Version)?.Mapped,
        };
    }
}
