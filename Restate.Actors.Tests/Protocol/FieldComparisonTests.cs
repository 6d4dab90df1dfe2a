using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

public sealed class FieldComparisonTests
{
    private static readonly CallRequest Request = new() { Service = "A", Handler = "h", Parameter = "secret-1"u8.ToArray() };

    [Fact]
    [Capability("Soundness", "Commands are compared on replay: type, name, target, key, payload")]
    public void Compare_EqualCalls_Match()
    {
        var comparison = Compare(
            recorded: new CallCommand(Request with { Parameter = "secret-1"u8.ToArray() }, 1, 2),
            attempted: new CallCommand(Request, 1, 2));

        Assert.True(comparison.IsMatch);
        Assert.Equal("", comparison.Describe());
    }

    [Fact]
    public void Compare_EveryFieldOfACall_OneLineEachWithRecordedFirst()
    {
        var recorded = new CallCommand(Request with { Headers = [new("h1", "secret-2"), new("h2", "x")], IdempotencyKey = "i" }, 1, 2);
        var attempted = new CallCommand(
            new CallRequest
            {
                Service = "B",
                Handler = "g",
                Key = "k",
                Parameter = "secret-3!"u8.ToArray(),
                Headers = [new("h1", "secret-4")],
                Scope = "s",
                LimitKey = "l",
                Name = "n",
            },
            3,
            4);

        var comparison = Compare(recorded, attempted);

        Assert.False(comparison.IsMatch);
        Assert.Equal(
            """
              service: recorded "A", attempted "B"
              handler: recorded "h", attempted "g"
              key: recorded "", attempted "k"
              parameter: recorded 8 bytes, attempted 9 bytes (they differ from offset 7 on)
              headers[0] "h1": recorded another value, attempted another value
              headers: recorded 2 headers, attempted 1 headers
              idempotency key: recorded "i", attempted none
              scope: recorded none, attempted "s"
              limit key: recorded none, attempted "l"
              name: recorded "", attempted "n"
              invocation id completion id: recorded 1, attempted 3
              result completion id: recorded 2, attempted 4
            """,
            comparison.Describe());
    }

    [Fact]
    public void Compare_PayloadsExempt_OnlyTheKindCounts()
    {
        var value = new OutputCommand(CommandResult.Success("a"u8.ToArray()));

        Assert.True(Compare(value, new OutputCommand(CommandResult.Success("b"u8.ToArray())), comparePayloads: false).IsMatch);
        Assert.Equal(
            "  result: recorded a value, attempted a failure with code 500",
            Compare(value, new OutputCommand(CommandResult.Failed(new Failure(500, "x"))), comparePayloads: false).Describe());
    }

    [Fact]
    public void Compare_Failures_CodeMessageAndMetadata()
    {
        var recorded = new OutputCommand(CommandResult.Failed(new Failure(400, "a") { Metadata = [new("k", "v")] }));
        var attempted = new OutputCommand(CommandResult.Failed(new Failure(401, "b")));

        Assert.Equal(
            """
              result code: recorded 400, attempted 401
              result message: recorded "a", attempted "b"
              result metadata: recorded 1 pairs, attempted 0 pairs of other content or order
            """,
            Compare(recorded, attempted).Describe());
    }

    [Fact]
    public void Compare_Signals_TargetIdResultAndName()
    {
        var recorded = new SendSignalCommand("inv_1a", SignalId.Cancel, SignalResult.Void);
        var attempted = new SendSignalCommand("inv_1b", SignalId.Named("go"), SignalResult.Success(default)) { Name = "n" };

        Assert.Equal(
            """
              target: recorded "inv_1a", attempted "inv_1b"
              signal: recorded signal 1, attempted signal "go"
              result: recorded no payload, attempted a value
              name: recorded "", attempted "n"
            """,
            Compare(recorded, attempted).Describe());
    }

    [Fact]
    public void Compare_Targets_ByContent()
    {
        var recorded = new AttachInvocationCommand(new WorkflowTarget("W", "w1"), 1);

        Assert.True(Compare(recorded, new AttachInvocationCommand(new WorkflowTarget("W", "w1"), 1)).IsMatch);
        Assert.False(Compare(recorded, new AttachInvocationCommand(new WorkflowTarget("W", "w2"), 1)).IsMatch);
        Assert.False(Compare(recorded, new AttachInvocationCommand(new InvocationIdTarget("inv_1a"), 1)).IsMatch);
    }

    [Fact]
    public void Compare_FieldsThatComeFromClocksAndState_NotCompared()
    {
        Assert.True(Compare(new SleepCommand(1, 1, "n"), new SleepCommand(2, 2, "n")).IsMatch);
        Assert.True(Compare(new OneWayCallCommand(Request, 1, 1), new OneWayCallCommand(Request, 2, 1)).IsMatch);
        Assert.True(Compare(new GetEagerStateCommand("k", null), new GetEagerStateCommand("k", ReadOnlyMemory<byte>.Empty)).IsMatch);
        Assert.True(Compare(new GetEagerStateKeysCommand(["a"]), new GetEagerStateKeysCommand(["b"])).IsMatch);
    }

    [Fact]
    public void Compare_OneFieldOfEachCommand_Found()
    {
        AssertDiffers("name", new SleepCommand(1, 1, "a"), new SleepCommand(1, 1, "b"));
        AssertDiffers("name", new RunCommand(1, "a"), new RunCommand(1, "b"));
        AssertDiffers("completion id", new RunCommand(1, "a"), new RunCommand(2, "a"));
        AssertDiffers("key", new GetLazyStateCommand("a", 1), new GetLazyStateCommand("b", 1));
        AssertDiffers("completion id", new GetLazyStateCommand("a", 1), new GetLazyStateCommand("a", 2));
        AssertDiffers("completion id", new GetLazyStateKeysCommand(1), new GetLazyStateKeysCommand(2));
        AssertDiffers("key", new GetEagerStateCommand("a", null), new GetEagerStateCommand("b", null));
        AssertDiffers("name", new GetEagerStateKeysCommand([]), new GetEagerStateKeysCommand([]) { Name = "n" });
        AssertDiffers("key", new SetStateCommand("a", default), new SetStateCommand("b", default));
        AssertDiffers("value", new SetStateCommand("a", default), new SetStateCommand("a", new byte[1]));
        AssertDiffers("key", new ClearStateCommand("a"), new ClearStateCommand("b"));
        AssertDiffers("name", default, new ClearAllStateCommand { Name = "n" });
        AssertDiffers("key", new GetPromiseCommand("a", 1), new GetPromiseCommand("b", 1));
        AssertDiffers("completion id", new PeekPromiseCommand("a", 1), new PeekPromiseCommand("a", 2));
        AssertDiffers("completion", new CompletePromiseCommand("a", default, 1), new CompletePromiseCommand("a", CommandResult.Success(new byte[1]), 1));
        AssertDiffers("target", new GetInvocationOutputCommand(new InvocationIdTarget("a"), 1), new GetInvocationOutputCommand(new InvocationIdTarget("b"), 1));
        AssertDiffers("awakeable id", new CompleteAwakeableCommand("a", default), new CompleteAwakeableCommand("b", default));
    }

    [Fact]
    public void Compare_UnpairedSurrogate_EqualToWhatWasWritten() =>
        Assert.True(Compare(new RunCommand(1, "a\uFFFD"), new RunCommand(1, "a\uD800")).IsMatch);

    [Fact]
    public void Compare_Match_AllocatesNothing()
    {
        var recorded = new CallCommand(Request with { Parameter = Request.Parameter.ToArray() }, 1, 2);
        var attempted = new CallCommand(Request, 1, 2);
        Compare(recorded, attempted);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var comparison = Compare(recorded, attempted);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(comparison.IsMatch);
    }

    private static void AssertDiffers<TCommand>(string field, TCommand recorded, TCommand attempted)
        where TCommand : struct, ICommand<TCommand>
    {
        Assert.True(Compare(recorded, recorded).IsMatch);
        var text = Compare(recorded, attempted).Describe();
        Assert.StartsWith($"  {field}: recorded ", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    private static FieldComparison Compare<TCommand>(TCommand recorded, TCommand attempted, bool comparePayloads = true)
        where TCommand : struct, ICommand<TCommand>
    {
        var comparison = new FieldComparison(comparePayloads);
        attempted.Compare(in recorded, ref comparison);
        return comparison;
    }
}
