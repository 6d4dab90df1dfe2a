using System.Reflection;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

/// <summary>What makes a server lose its data directory, row by row: the writer must not be able to produce it.</summary>
public sealed class ServerSafetyTests
{
    private const ServiceProtocolVersion V7 = ServiceProtocolVersion.V7;

    [Fact]
    [Capability("Soundness", "Nothing is written that poisons a server")]
    public void WriteEnd_NothingBefore_ThrowsAndWritesNothing()
    {
        var output = new MessageOutput();
        var writer = new MessageWriter(output, V7);

        var error = Assert.Throws<InvalidOperationException>(writer.WriteEnd);

        Assert.Equal("An End message may only follow an output that was written or replayed in this attempt.", error.Message);
        Assert.True(output.Written.IsEmpty);
    }

    [Fact]
    public void WriteEnd_OtherCommandsButNoOutput_ThrowsAndWritesNothing()
    {
        var output = new MessageOutput();
        var writer = new MessageWriter(output, V7);
        writer.Write(new ClearAllStateCommand());
        var length = output.Written.Length;

        Assert.Throws<InvalidOperationException>(writer.WriteEnd);

        Assert.Equal(length, output.Written.Length);
    }

    [Fact]
    public void WriteEnd_OutputRefused_StillThrows()
    {
        var writer = new MessageWriter(new MessageOutput(), ServiceProtocolVersion.V5);
        var failure = new Failure(500, "no") { Metadata = [new("a", "b")] };
        Assert.Throws<ProtocolException>(() => writer.Write(new OutputCommand(CommandResult.Failed(failure))));

        Assert.Throws<InvalidOperationException>(writer.WriteEnd);
    }

    [Fact]
    public void WriteEnd_OutputWritten_Follows()
    {
        var bytes = MessageOutput.Of(V7, writer =>
        {
            writer.Write(new OutputCommand(CommandResult.Success(default)));
            writer.WriteEnd();
        });

        Assert.Equal("04010000000000027200" + "0003000000000000", Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void WriteEnd_OutputReplayed_Written()
    {
        var bytes = MessageOutput.Of(V7, writer =>
        {
            writer.OutputReplayed();
            writer.WriteEnd();
        });

        Assert.Equal("0003000000000000", Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void Write_DefaultOutput_HasAResult() => AssertPayload("7200", default(OutputCommand));

    [Fact]
    public void Write_SetStateWithoutBytes_HasAValue() => AssertPayload("0a016b1a00", new SetStateCommand("k", default));

    [Fact]
    public void Write_DefaultSetState_HasAValue() => AssertPayload("1a00", default(SetStateCommand));

    [Fact]
    public void Write_EagerStateWithoutValue_HasAVoid() => AssertPayload("0a016b6a00", new GetEagerStateCommand("k", Value: null));

    [Fact]
    public void Write_EagerStateOfNoBytes_HasAValue() =>
        AssertPayload("0a016b7200", new GetEagerStateCommand("k", ReadOnlyMemory<byte>.Empty));

    [Fact]
    public void Write_EagerStateKeysOfNothing_HasAValue() => AssertPayload("7200", new GetEagerStateKeysCommand([]));

    [Fact]
    public void Write_DefaultCompletions_HaveAResult()
    {
        AssertPayload("1200", default(CompletePromiseCommand));
        AssertPayload("1200", default(CompleteAwakeableCommand));
        AssertPayload("10002200", default(SendSignalCommand));
    }

    [Fact]
    public void WriteRunProposal_NoBytes_HasAValue() =>
        Assert.Equal(
            "00050000000000040801" + "7200",
            Convert.ToHexStringLower(MessageOutput.Of(ServiceProtocolVersion.V6, writer => writer.WriteRunProposal(1, default))));

    [Fact]
    public void Write_AttachWithoutTarget_ThrowsAndWritesNothing()
    {
        AssertRefused<InvalidOperationException>(writer => writer.Write(new AttachInvocationCommand(null!, 1)));
        AssertRefused<InvalidOperationException>(writer => writer.Write(default(GetInvocationOutputCommand)));
        AssertRefused<ProtocolException>(writer => writer.Write(new AttachInvocationCommand(new InvocationIdTarget(""), 1)));
        AssertRefused<ProtocolException>(writer => writer.Write(new AttachInvocationCommand(new IdempotentRequestTarget("S", null, "h", ""), 1)));
        AssertRefused<ProtocolException>(writer => writer.Write(new GetInvocationOutputCommand(new WorkflowTarget("W", ""), 1)));
    }

    [Fact]
    public void Failed_WithoutFailure_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => CommandResult.Failed(null!));
        Assert.Throws<ArgumentNullException>(() => SignalResult.Failed(null!));
        Assert.Throws<ArgumentNullException>(() => SignalId.Named(null!));
    }

    [Fact]
    public void ICommand_EveryImplementation_IsACommandThatWeMayWrite()
    {
        var types = typeof(MessageWriter).Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Any(item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(ICommand<>)))
            .Select(type => (MessageType)type.GetProperty("Type", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
            .ToList();

        var expected = Enum.GetValues<MessageType>().Where(type => type.IsCommand && type != MessageType.InputCommand);
        Assert.Equal(expected.Order(), types.Order());
    }

    [Fact]
    public void MessageWriter_PublicMethods_TakeNoRawBytesAndNoTypeId()
    {
        var parameters = typeof(MessageWriter).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType);

        Assert.DoesNotContain(parameters, type => type == typeof(MessageType) || type == typeof(Frame) || type == typeof(ReadOnlyMemory<byte>));
    }

    [Fact]
    public void WriteSuspension_WithoutLeaf_ThrowsAndWritesNothing()
    {
        var empty = new AwaitedFuture { Nested = [new AwaitedFuture(), new AwaitedFuture { Nested = [new AwaitedFuture()] }] };

        AssertRefused<InvalidOperationException>(writer => writer.WriteSuspension(empty));
        AssertRefused<InvalidOperationException>(writer => writer.WriteAwaitingOn(empty, executingSideEffects: false));
    }

    [Fact]
    public void WriteSuspension_DeeperThanTheServerTakes_ThrowsAndWritesNothing()
    {
        var tree = new AwaitedFuture { Completions = [1] };
        for (var depth = 1; depth < 100_000; depth++)
        {
            tree = new AwaitedFuture { Nested = [tree] };
        }

        AssertRefused<ProtocolException>(writer => writer.WriteSuspension(tree));
        var flat = MessageOutput.Of(ServiceProtocolVersion.V6, writer => writer.WriteSuspension(tree));
        Assert.Equal("00010000000000030a0101", Convert.ToHexStringLower(flat));
    }

    [Fact]
    public void WriteSuspension_AsDeepAsTheServerTakes_Written()
    {
        var tree = new AwaitedFuture { Completions = [1] };
        for (var depth = 1; depth < AwaitedFuture.MaxDepth; depth++)
        {
            tree = new AwaitedFuture { Nested = [tree] };
        }

        var bytes = MessageOutput.Of(V7, writer => writer.WriteSuspension(tree));

        Assert.Equal(FrameHeader.Size + FrameHeader.Read(bytes).Length, (uint)bytes.Length);
    }

    [Fact]
    public void Write_AfterATerminalMessage_Throws()
    {
        Action<MessageWriter>[] endings =
        [
            writer =>
            {
                writer.OutputReplayed();
                writer.WriteEnd();
            },
            writer => writer.WriteSuspension(new AwaitedFuture { Signals = [1] }),
            writer => writer.WriteError(new ErrorMessage(500, "")),
        ];
        foreach (var end in endings)
        {
            var output = new MessageOutput();
            var writer = new MessageWriter(output, V7);
            end(writer);
            var length = output.Written.Length;

            var error = Assert.Throws<InvalidOperationException>(() => writer.Write(new ClearAllStateCommand()));
            Assert.Throws<InvalidOperationException>(writer.WriteEnd);
            Assert.Throws<InvalidOperationException>(() => writer.WriteError(new ErrorMessage(500, "")));

            Assert.Equal("Nothing may follow an End, Suspension or Error message.", error.Message);
            Assert.Equal(length, output.Written.Length);
        }
    }

    private static void AssertPayload<TCommand>(string hex, TCommand command)
        where TCommand : struct, ICommand<TCommand> =>
        Assert.Equal(hex, Convert.ToHexStringLower(MessageOutput.Of(command).AsSpan(FrameHeader.Size)));

    private static void AssertRefused<TException>(Action<MessageWriter> write)
        where TException : Exception
    {
        var output = new MessageOutput();

        Assert.Throws<TException>(() => write(new MessageWriter(output, V7)));

        Assert.True(output.Written.IsEmpty);
    }
}
