using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

/// <summary>The values that messages are made of.</summary>
public sealed class ValueTests
{
    [Fact]
    public void Failure_SameContent_Equal()
    {
        var one = new Failure(500, "m") { Metadata = [new("a", "1"), new("b", "2")] };
        var same = new Failure(500, "m") { Metadata = [new("a", "1"), new("b", "2")] };
        var otherOrder = new Failure(500, "m") { Metadata = [new("b", "2"), new("a", "1")] };

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, otherOrder);
        Assert.NotEqual(one, one with { Code = 501 });
        Assert.NotEqual(one, one with { Message = "n" });
    }

    [Theory]
    [Capability("Known mistakes, not repeated", "Error codes above 16 bits crash the engine")]
    [InlineData(-1, 500)]
    [InlineData(0, 0)]
    [InlineData(65535, 65535)]
    [InlineData(65536, 500)]
    [InlineData(99999, 500)]
    public void Failure_Code_FitsSixteenBits(int code, int expected)
    {
        Assert.Equal(expected, new Failure(code, "m").Code);
        Assert.Equal(expected, (new Failure(1, "m") with { Code = code }).Code);
    }

    [Fact]
    public void CommandResult_Default_SuccessOfNoBytes()
    {
        CommandResult result = default;

        Assert.False(result.IsFailure);
        Assert.True(result.Value.IsEmpty);
        Assert.Null(result.Failure);
    }

    [Fact]
    public void SignalResult_ThreeKinds_ToldApart()
    {
        Assert.True(SignalResult.Void.IsVoid);
        Assert.Equal(SignalResultKind.Value, SignalResult.Success(default).Kind);
        Assert.True(SignalResult.Failed(new Failure(1, "")).IsFailure);
    }

    [Fact]
    public void SignalId_IndexAndName_ToldApart()
    {
        Assert.Equal(SignalId.Index(1), SignalId.Cancel);
        Assert.NotEqual(SignalId.Index(0), SignalId.Named(""));
        Assert.True(SignalId.Named("").IsNamed);
    }

    [Fact]
    public void NotificationId_SameNumberOfOtherKind_Differs()
    {
        Assert.NotEqual(NotificationId.Completion(1), NotificationId.Signal(1));
        Assert.Equal(NotificationId.Named("a"), NotificationId.Named("a"));
        Assert.Equal("completion 1", NotificationId.Completion(1).ToString());
        Assert.Equal("signal 1", NotificationId.Signal(1).ToString());
        Assert.Equal("signal \"a\"", NotificationId.Named("a").ToString());
    }

    [Theory]
    [InlineData(MessageType.SleepCompletion, "2200", "an id")]
    [InlineData(MessageType.SleepCompletion, "0801", "a result")]
    [InlineData(MessageType.SleepCompletion, "10012200", "an id")]
    [InlineData(MessageType.SignalNotification, "08012200", "an id")]
    [InlineData(MessageType.CallCompletion, "0801820104696e765f", "a result")]
    [InlineData(MessageType.CallCompletion, "08018a0100", "a result")]
    internal void Read_NotificationThatLacksSomething_Refused(MessageType type, string hex, string what)
    {
        var error = Assert.Throws<ProtocolException>(() => Notification.Read(type, Convert.FromHexString(hex)));

        Assert.Equal(ErrorCodes.Internal, error.Code);
        Assert.Equal($"The received {type} message lacks {what}.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2200")]
    public void ReadId_NoId_Refused(string hex)
    {
        var error = Assert.Throws<ProtocolException>(() => Notification.ReadId(Convert.FromHexString(hex)));

        Assert.Equal(ErrorCodes.Internal, error.Code);
    }

    [Fact]
    public void Read_CommandsThatLackWhatTheyMustHave_Refused()
    {
        Action[] reads =
        [
            () => OutputCommand.Read(Array.Empty<byte>()),
            () => SetStateCommand.Read(Array.Empty<byte>()),
            () => GetEagerStateCommand.Read(Array.Empty<byte>()),
            () => GetEagerStateKeysCommand.Read(Array.Empty<byte>()),
            () => CompletePromiseCommand.Read(Array.Empty<byte>()),
            () => SendSignalCommand.Read(Convert.FromHexString("2200")),
            () => SendSignalCommand.Read(Convert.FromHexString("1001")),
            () => AttachInvocationCommand.Read(Array.Empty<byte>()),
            () => GetInvocationOutputCommand.Read(Array.Empty<byte>()),
            () => CompleteAwakeableCommand.Read(Array.Empty<byte>()),
        ];

        Assert.All(reads, read => Assert.Equal(ErrorCodes.Internal, Assert.Throws<ProtocolException>(read).Code));
    }

    [Fact]
    public void Read_BytesFields_SlicesOfThePayload()
    {
        var payload = Convert.FromHexString("0a016b1a030a0137");

        var command = SetStateCommand.Read(payload);
        payload[^1] = (byte)'9';

        Assert.Equal("9"u8.ToArray(), command.Value.ToArray());
    }
}
