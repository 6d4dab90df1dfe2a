using Google.Protobuf;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

public sealed class MalformedPayloadTests
{
    private static readonly MessageType[] Readable =
    [
        .. Enum.GetValues<MessageType>().Where(type => type.IsCommand || type.IsNotification),
        MessageType.Start,
        MessageType.CommandAck,
        MessageType.ProposeRunCompletionAck,
    ];

    [Theory]
    [InlineData("18", "a number is cut off")]
    [InlineData("1880", "a number is cut off")]
    [InlineData("18ffffffffffffffffffff01", "a number has more than 64 bits")]
    [InlineData("18ffffffffffffffffff02", "a number has more than 64 bits")]
    [InlineData("0a05010203", "a field reaches beyond the end of its message")]
    [InlineData("0affffffff0f", "a field reaches beyond the end of its message")]
    [InlineData("0affffffffffffffffff01", "a field reaches beyond the end of its message")]
    [InlineData("22040a056b6579", "a field reaches beyond the end of its message")]
    [InlineData("22040a02c328", "a string is not valid UTF-8")]
    [InlineData("1202c328", "a string is not valid UTF-8")]
    [InlineData("32010080", "a number is cut off")]
    [InlineData("00", "a field number is out of range")]
    [InlineData("ffffffffff01", "a field number is out of range")]
    [InlineData("0c", "a group ends that was not begun, or a wire type is unknown")]
    [InlineData("0e", "a group ends that was not begun, or a wire type is unknown")]
    [InlineData("0b1001", "a number is cut off")]
    [InlineData("0b1001f401", "a group ends that was not begun, or a wire type is unknown")]
    [InlineData("0900", "a field reaches beyond the end of its message")]
    [InlineData("0d00", "a field reaches beyond the end of its message")]
    public void Read_MalformedStart_Refused(string hex, string reason)
    {
        var error = Assert.Throws<ProtocolException>(() => StartMessage.Read(Convert.FromHexString(hex)));

        Assert.Equal(ErrorCodes.Internal, error.Code);
        Assert.Equal($"A received message is not valid protobuf: {reason}.", error.Message);
    }

    [Fact]
    public void Read_GroupsNestedTooDeeply_Refused()
    {
        var bytes = Enumerable.Repeat((byte)0x0B, 100_000).ToArray();

        var error = Assert.Throws<ProtocolException>(() => StartMessage.Read(bytes));

        Assert.Equal("A received message is not valid protobuf: groups are nested too deeply.", error.Message);
    }

    [Fact]
    public void Read_UnknownFieldsOfEveryWireType_Ignored()
    {
        // Field 100 as varint, fixed64, bytes, group with a field in it, fixed32; then known_entries with a wrong and with its own wire type.
        var bytes = Convert.FromHexString("a00601" + "a1060102030405060708" + "a20602aabb" + "a3060801a406" + "a50601020304" + "1a0107" + "1802");

        var start = StartMessage.Read(bytes);

        Assert.Equal(2u, start.KnownEntries);
    }

    [Fact]
    public void Read_NumberOfMoreThan32BitsInASmallField_LowBitsKept()
    {
        var start = StartMessage.Read(Convert.FromHexString("188180808010"));

        Assert.Equal(1u, start.KnownEntries);
    }

    [Fact]
    public void Read_MutatedPayloads_OnlyProtocolExceptions()
    {
        var random = new Random(20261121);
        var messages = new RandomMessages(9);
        var refused = 0;
        for (var i = 0; i < 24_000; i++)
        {
            var type = Readable[random.Next(Readable.Length)];
            var payload = Mutate(messages.Fill(OracleMessages.Parser(type, ServiceProtocolVersion.V7).ParseFrom([])).ToByteArray(), random);
            try
            {
                Read(type, payload);
            }
            catch (ProtocolException error)
            {
                Assert.Equal(ErrorCodes.Internal, error.Code);
                refused++;
            }
        }

        Assert.InRange(refused, 5_000, 23_000);
    }

    private static byte[] Mutate(byte[] payload, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                var noise = new byte[random.Next(40)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return payload[..random.Next(payload.Length + 1)];
            case 2:
                var at = random.Next(payload.Length + 1);
                return [.. payload[..at], (byte)random.Next(256), .. payload[at..]];
            default:
                for (var count = random.Next(1, 4); count > 0 && payload.Length > 0; count--)
                {
                    payload[random.Next(Math.Min(payload.Length, 60))] = (byte)random.Next(256);
                }

                return payload;
        }
    }

    private static void Read(MessageType type, byte[] payload)
    {
        switch (type)
        {
            case MessageType.Start:
                StartMessage.Read(payload);
                break;
            case MessageType.CommandAck:
                CommandAck.Read(payload);
                break;
            case MessageType.ProposeRunCompletionAck:
                ProposeRunCompletionAck.Read(payload);
                break;
            case MessageType.InputCommand:
                InputCommand.Read(payload);
                break;
            case var notification when notification.IsNotification:
                Notification.ReadId(payload);
                Notification.Read(notification, payload);
                break;
            default:
                CommandVisitor.Read(type, payload);
                break;
        }
    }
}
