using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

public sealed class MessageWriterTests
{
    private const ServiceProtocolVersion V5 = ServiceProtocolVersion.V5;
    private const ServiceProtocolVersion V6 = ServiceProtocolVersion.V6;
    private const ServiceProtocolVersion V7 = ServiceProtocolVersion.V7;

    private static readonly Failure WithMetadata = new(418, "teapot") { Metadata = [new("k", "v")] };

    [Fact]
    public void Write_FailureMetadataBelowV6_Unsupported()
    {
        var result = CommandResult.Failed(WithMetadata);
        Action<MessageWriter>[] writes =
        [
            writer => writer.Write(new OutputCommand(result)),
            writer => writer.Write(new CompletePromiseCommand("p", result, 1)),
            writer => writer.Write(new CompleteAwakeableCommand("sign_1", result)),
            writer => writer.Write(new SendSignalCommand("inv_1a", SignalId.Cancel, SignalResult.Failed(WithMetadata))),
            writer => writer.WriteRunProposal(1, result),
        ];

        Assert.All(writes, write =>
        {
            AssertRefused(V5, ErrorCodes.UnsupportedFeature, "Metadata of a failure needs service protocol V6; this invocation uses V5.", write);
            Assert.NotEmpty(MessageOutput.Of(V6, write));
        });
    }

    [Fact]
    public void Write_ScopeBelowV7_Unsupported()
    {
        var request = new CallRequest { Service = "S", Handler = "h", Scope = "s" };
        Action<MessageWriter>[] writes =
        [
            writer => writer.Write(new CallCommand(request, 1, 2)),
            writer => writer.Write(new OneWayCallCommand(request, 0, 1)),
            writer => writer.Write(new AttachInvocationCommand(new WorkflowTarget("W", "w", "s"), 1)),
            writer => writer.Write(new GetInvocationOutputCommand(new IdempotentRequestTarget("S", null, "h", "i", "s"), 1)),
        ];

        Assert.All(writes, write =>
        {
            AssertRefused(V6, ErrorCodes.UnsupportedFeature, "A scope needs service protocol V7; this invocation uses V6.", write);
            Assert.NotEmpty(MessageOutput.Of(V7, write));
        });
    }

    [Fact]
    public void Write_LimitKeyBelowV7_Unsupported() => AssertRefused(
        V6,
        ErrorCodes.UnsupportedFeature,
        "A limit key needs service protocol V7; this invocation uses V6.",
        writer => writer.Write(new CallCommand(new CallRequest { Service = "S", Handler = "h", LimitKey = "l" }, 1, 2)));

    [Fact]
    public void Write_CallTextsThatTheServerRefuses_Refused()
    {
        var request = new CallRequest { Service = "S", Handler = "h" };
        (string Message, CallRequest Request)[] cases =
        [
            ("The service of a call must not be empty.", request with { Service = "" }),
            ("The handler of a call must not be empty.", request with { Handler = "" }),
            ("The idempotency key must not be empty when it is given.", request with { IdempotencyKey = "" }),
            ("The scope must not be empty when it is given.", request with { Scope = "" }),
            ("The limit key must not be empty when it is given.", request with { Scope = "s", LimitKey = "" }),
            ("A limit key needs a scope.", request with { LimitKey = "l" }),
        ];

        Assert.All(cases, item =>
        {
            AssertRefused(V7, ErrorCodes.Internal, item.Message, writer => writer.Write(new CallCommand(item.Request, 1, 2)));
            AssertRefused(V7, ErrorCodes.Internal, item.Message, writer => writer.Write(new OneWayCallCommand(item.Request, 0, 1)));
        });
    }

    [Fact]
    public void WriteError_BehaviorBelowV7_Unsupported() => AssertRefused(
        V6,
        ErrorCodes.UnsupportedFeature,
        "An error that pauses or fails the invocation needs service protocol V7; this invocation uses V6.",
        writer => writer.WriteError(new ErrorMessage(570, "mismatch") { Behavior = ErrorBehavior.Pause }));

    [Fact]
    public void WriteAwaitingOn_BelowV7_Unsupported() => AssertRefused(
        V6,
        ErrorCodes.UnsupportedFeature,
        "AwaitingOn needs service protocol V7; this invocation uses V6.",
        writer => writer.WriteAwaitingOn(new AwaitedFuture { Signals = [1] }, executingSideEffects: false));

    [Theory]
    [InlineData(0, 500u)]
    [InlineData(-1, 500u)]
    [InlineData(65535, 65535u)]
    [InlineData(65536, 500u)]
    [InlineData(570, 570u)]
    public void WriteError_Code_FitsSixteenBits(int code, uint written)
    {
        var bytes = MessageOutput.Of(V6, writer => writer.WriteError(new ErrorMessage(code, "m")));

        Assert.Equal(written, Oracle.ErrorMessage.Parser.ParseFrom(bytes.AsSpan(FrameHeader.Size)).Code);
    }

    [Fact]
    public void WriteError_Default_HasACode()
    {
        var bytes = MessageOutput.Of(V6, writer => writer.WriteError(default));

        Assert.Equal("000200000000000308f403", Convert.ToHexStringLower(bytes));
    }

    [Theory]
    [InlineData(V5, 0)]
    [InlineData(V6, 0)]
    [InlineData(V7, FrameHeader.RequestedAck)]
    internal void WriteRunProposal_Version_FlagFromV7On(ServiceProtocolVersion version, ushort flags)
    {
        var bytes = MessageOutput.Of(version, writer => writer.WriteRunProposal(1, CommandResult.Success("42"u8.ToArray())));

        Assert.Equal(flags, FrameHeader.Read(bytes).Flags);
        Assert.Equal("080172023432", Convert.ToHexStringLower(bytes.AsSpan(FrameHeader.Size)));
    }

    [Fact]
    public void WriteSuspension_Tree_ShapeOfTheVersion()
    {
        var tree = new AwaitedFuture
        {
            Signals = [1],
            CombinatorType = CombinatorType.FirstCompleted,
            Nested =
            [
                new AwaitedFuture
                {
                    CombinatorType = CombinatorType.FirstCompleted,
                    Nested =
                    [
                        new AwaitedFuture { Completions = [1] },
                        new AwaitedFuture { Signals = [17], NamedSignals = ["go"], CombinatorType = CombinatorType.AllSucceededOrFirstFailed },
                    ],
                },
            ],
        };

        var v6 = MessageOutput.Of(V6, writer => writer.WriteSuspension(tree));
        var v7 = MessageOutput.Of(V7, writer => writer.WriteSuspension(tree));

        Assert.Equal("000100000000000b" + "0a0101" + "12020111" + "1a02676f", Convert.ToHexStringLower(v6));
        Assert.Equal(
            "000100000000001b2219120101221222030a01012209120111" + "1a02676f" + "280428012801",
            Convert.ToHexStringLower(v7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(100_000)]
    public void Write_ContentsOfAnyLengthToSmallBlocks_SameAsTheOracle(int length)
    {
        foreach (var spare in new[] { 0, 1, 17, 5000 })
        {
            var value = new byte[length];
            new Random(length).NextBytes(value);
            var command = new SetStateCommand(string.Concat(Enumerable.Repeat("é", length)), value);
            var output = new MessageOutput(spare);

            new MessageWriter(output, V7).Write(command);

            Assert.Equal(OracleMapping.Map(command), Oracle.SetStateCommandMessage.Parser.ParseFrom(output.Written[FrameHeader.Size..]));
            Assert.Equal(FrameHeader.Read(output.Written).Length + FrameHeader.Size, (uint)output.Written.Length);
        }
    }

    [Fact]
    public void Write_UnpairedSurrogate_ReplacementCharacter()
    {
        var read = ClearStateCommand.Read(MessageOutput.Of(new ClearStateCommand("a\uD800b")).AsMemory(FrameHeader.Size));

        Assert.Equal("a\uFFFDb", read.Key);
    }

    private static void AssertRefused(ServiceProtocolVersion version, int code, string message, Action<MessageWriter> write)
    {
        var output = new MessageOutput();

        var error = Assert.Throws<ProtocolException>(() => write(new MessageWriter(output, version)));

        Assert.Equal(message, error.Message);
        Assert.Equal(code, error.Code);
        Assert.True(output.Written.IsEmpty);
    }
}
