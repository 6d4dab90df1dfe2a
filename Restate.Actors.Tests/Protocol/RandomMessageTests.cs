using Google.Protobuf;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

/// <summary>Random field values for every message type: the oracle's bytes read by us, our bytes equal to the oracle's.</summary>
public sealed class RandomMessageTests
{
    private const int Rounds = 200;
    private const ServiceProtocolVersion V7 = ServiceProtocolVersion.V7;

    public static TheoryData<ushort> Commands() =>
        [.. Enum.GetValues<MessageType>().Where(type => type.IsCommand && type != MessageType.InputCommand).Select(type => (ushort)type)];

    public static TheoryData<ushort> Notifications() =>
        [.. Enum.GetValues<MessageType>().Where(type => type.IsNotification).Select(type => (ushort)type)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_RandomFields_ReadAndWrittenAsByTheOracle(ushort id)
    {
        var type = (MessageType)id;
        var random = new RandomMessages(id);
        for (var i = 0; i < Rounds; i++)
        {
            var message = random.Fill(OracleMessages.Parser(type, V7).ParseFrom([]));
            if (LimitKeyWithoutScope(message))
            {
                continue;
            }

            var bytes = message.ToByteArray();
            var visited = CommandVisitor.Visit(type, bytes, V7);

            Assert.NotNull(visited);
            Assert.Equal(message, visited.Value.Mapped);
            Assert.Equal(new FrameHeader(type, 0, (uint)bytes.Length), FrameHeader.Read(visited.Value.Written));
            Assert.True(bytes.AsSpan().SequenceEqual(visited.Value.Written.AsSpan(FrameHeader.Size)), message.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Notifications))]
    public void Notification_RandomFields_ReadAsByTheOracle(ushort id)
    {
        var type = (MessageType)id;
        var random = new RandomMessages(id);
        for (var i = 0; i < Rounds; i++)
        {
            var message = random.Fill(OracleMessages.Parser(type, V7).ParseFrom([]));
            if (type != MessageType.SignalNotification)
            {
                // A scalar that is 0 is not on the wire, and a notification without id is refused.
                var completionId = message.Descriptor.FindFieldByNumber(1);
                completionId.Accessor.SetValue(message, Math.Max(1u, (uint)completionId.Accessor.GetValue(message)));
            }

            var bytes = message.ToByteArray();
            var read = Notification.Read(type, bytes);

            Assert.Equal(Oracle.NotificationTemplate.Parser.ParseFrom(bytes), OracleMapping.Map(read));
            Assert.Equal(read.Id, Notification.ReadId(bytes));
        }
    }

    [Fact]
    public void StartMessage_RandomFields_ReadAsByTheOracle()
    {
        var random = new RandomMessages(1);
        for (var i = 0; i < Rounds; i++)
        {
            var message = random.Fill(new Oracle.StartMessage());

            Assert.Equal(message, OracleMapping.Map(StartMessage.Read(message.ToByteArray())));
        }
    }

    [Fact]
    public void InputCommand_RandomFields_ReadAsByTheOracle()
    {
        var random = new RandomMessages(2);
        for (var i = 0; i < Rounds; i++)
        {
            var message = random.Fill(new Oracle.InputCommandMessage());

            Assert.Equal(message, OracleMapping.Map(InputCommand.Read(message.ToByteArray())));
        }
    }

    [Fact]
    public void InputCommand_WithoutValue_Empty()
    {
        var input = InputCommand.Read(Array.Empty<byte>());

        Assert.True(input.Value.IsEmpty);
        Assert.Empty(input.Headers);
        Assert.Equal("", input.Name);
    }

    [Fact]
    public void Acknowledgements_RandomFields_ReadAsByTheOracle()
    {
        var random = new RandomMessages(3);
        for (var i = 0; i < Rounds; i++)
        {
            var run = random.Fill(new Oracle.ProposeRunCompletionAckMessage());
            var command = random.Fill(new Oracle.CommandAckMessage());

            Assert.Equal(run.CompletionId, ProposeRunCompletionAck.Read(run.ToByteArray()).CompletionId);
            Assert.Equal(command.CommandIndex, CommandAck.Read(command.ToByteArray()).CommandIndex);
        }
    }

    [Fact]
    public void WriteError_RandomFields_AsByTheOracle()
    {
        var random = new RandomMessages(4);
        for (var i = 0; i < Rounds; i++)
        {
            var message = random.Fill(new Oracle.ErrorMessage());

            var written = MessageOutput.Of(V7, writer => writer.WriteError(OracleMapping.ToError(message)));

            AssertFrame(MessageType.Error, 0, message, written);
        }
    }

    [Fact]
    public void WriteRunProposal_RandomFields_AsByTheOracle()
    {
        var random = new RandomMessages(5);
        for (var i = 0; i < Rounds; i++)
        {
            var message = random.Fill(new Oracle.ProposeRunCompletionMessage());
            var result = message.Failure is { } failure
                ? CommandResult.Failed(OracleMapping.Map(failure)!)
                : CommandResult.Success(message.Value.Memory);

            var written = MessageOutput.Of(V7, writer => writer.WriteRunProposal(message.ResultCompletionId, result));

            AssertFrame(MessageType.ProposeRunCompletion, FrameHeader.RequestedAck, message, written);
        }
    }

    [Fact]
    public void WriteSuspension_RandomTree_AsByTheOracle()
    {
        var random = new RandomMessages(6);
        for (var i = 0; i < Rounds; i++)
        {
            var message = random.Fill(new Oracle.SuspensionMessage());
            var tree = OracleMapping.Map(message.AwaitingOn);
            if (tree.HasLeaves)
            {
                AssertFrame(MessageType.Suspension, 0, message, MessageOutput.Of(V7, writer => writer.WriteSuspension(tree)));
            }
        }
    }

    [Fact]
    public void WriteSuspension_RandomTreeBelowV7_LeavesDepthFirst()
    {
        var random = new RandomMessages(7);
        for (var i = 0; i < Rounds; i++)
        {
            var tree = random.Fill(new Oracle.Future());
            var flat = new Oracle.SuspensionMessageFlat();
            Collect(tree, flat);
            if (flat.CalculateSize() > 0)
            {
                var written = MessageOutput.Of(ServiceProtocolVersion.V6, writer => writer.WriteSuspension(OracleMapping.Map(tree)));

                AssertFrame(MessageType.Suspension, 0, flat, written);
            }
        }

        static void Collect(Oracle.Future node, Oracle.SuspensionMessageFlat flat)
        {
            flat.WaitingCompletions.Add(node.WaitingCompletions);
            flat.WaitingSignals.Add(node.WaitingSignals);
            flat.WaitingNamedSignals.Add(node.WaitingNamedSignals);
            foreach (var child in node.NestedFutures)
            {
                Collect(child, flat);
            }
        }
    }

    [Fact]
    public void WriteAwaitingOn_RandomTree_AsByTheOracle()
    {
        var random = new RandomMessages(8);
        for (var i = 0; i < Rounds; i++)
        {
            var message = random.Fill(new Oracle.AwaitingOnMessage());
            var tree = OracleMapping.Map(message.AwaitingOn);
            if (tree.HasLeaves)
            {
                var written = MessageOutput.Of(V7, writer => writer.WriteAwaitingOn(tree, message.ExecutingSideEffects));

                AssertFrame(MessageType.AwaitingOn, 0, message, written);
            }
        }
    }

    private static void AssertFrame(MessageType type, ushort flags, IMessage expected, byte[] written)
    {
        var bytes = expected.ToByteArray();
        Assert.Equal(new FrameHeader(type, flags, (uint)bytes.Length), FrameHeader.Read(written));
        Assert.True(bytes.AsSpan().SequenceEqual(written.AsSpan(FrameHeader.Size)), expected.ToString());
    }

    private static bool LimitKeyWithoutScope(IMessage message) => message switch
    {
        Oracle.CallCommandMessage call => call.HasLimitKey && !call.HasScope,
        Oracle.OneWayCallCommandMessage call => call.HasLimitKey && !call.HasScope,
        _ => false,
    };
}
