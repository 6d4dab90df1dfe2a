using System.Buffers;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>A machine in the middle of an attempt, and what it wrote.</summary>
internal sealed class Scene
{
    public const string Remedy =
        """
        The handler is not deterministic, or its code changed under a running invocation.
        Put clocks, randomness and I/O inside Run(...); deploy changed code as a new deployment.
        See https://github.com/restate-actors/restate-actors/blob/main/docs/versioning.md
        """;

    private readonly ArrayBufferWriter<byte> _output = new();

    public Scene(ServiceProtocolVersion version = ServiceProtocolVersion.V6, bool comparePayloads = true)
    {
        Version = version;
        Machine = new JournalMachine(version, _output, comparePayloads);
    }

    public ServiceProtocolVersion Version { get; }

    public JournalMachine Machine { get; }

    /// <summary>Begins an attempt without eager state whose journal holds the input and <paramref name="recorded"/>.</summary>
    public static Scene Begin(params TestFrame[] recorded) => Begin(ServiceProtocolVersion.V6, recorded);

    public static Scene Begin(ServiceProtocolVersion version, params TestFrame[] recorded)
    {
        return new Scene(version).Start(Frames.Start(recorded.Length + 1, isPartial: true), recorded);
    }

    /// <summary>Sends the start message and the journal, and takes the input.</summary>
    public Scene Start(TestFrame start, params TestFrame[] recorded)
    {
        Receive([start, Frames.Input(), .. recorded]);
        Machine.TakeInput();
        return this;
    }

    public Scene Receive(params TestFrame[] frames)
    {
        foreach (var frame in frames)
        {
            Machine.Receive(new Frame(frame.Type, frame.Flags, frame.Payload));
        }

        return this;
    }

    public Scene CloseInput()
    {
        Machine.CloseInput();
        return this;
    }

    /// <summary>Lets the handler wait for all of the ids.</summary>
    public ProgressKind Next(params NotificationId[] ids)
    {
        return Next(ids.Length == 1 ? new LeafNode(ids[0]) : new CombinatorNode(CombinatorType.AllCompleted, [.. ids.Select(id => new LeafNode(id))]));
    }

    public ProgressKind Next(AwaitNode node) => Machine.Next(new AwaitTree(node)).Kind;

    /// <summary>Lets the handler wait until the machine names the run to execute.</summary>
    public uint NextRun(params NotificationId[] ids)
    {
        var progress = Machine.Next(new AwaitTree(new CombinatorNode(CombinatorType.AllCompleted, [.. ids.Select(id => new LeafNode(id))])));
        Assert.Equal(ProgressKind.ExecuteRun, progress.Kind);
        return progress.RunCompletionId;
    }

    public NotificationResult Take(NotificationId id)
    {
        Assert.True(Machine.TryTake(id, out var result), $"{id} was not released.");
        return result;
    }

    /// <summary>Checks that exactly these frames were written since the last check.</summary>
    public void AssertWrote(params TestFrame[] frames)
    {
        Assert.Equal([.. frames.Select(frame => frame.ToString())], TestFrame.Split(_output.WrittenSpan).Select(frame => frame.ToString()));
        _output.ResetWrittenCount();
    }

    /// <summary>Checks that the attempt ended with exactly this error and nothing else.</summary>
    public void AssertFailed(int code, string message, RelatedCommand? command = null)
    {
        AssertWrote(Frames.Error(new ErrorMessage(code, message)
        {
            RelatedCommandIndex = (uint?)command?.Index,
            RelatedCommandName = command?.Name,
            RelatedCommandType = command?.Type,
        }));
        Assert.Equal(JournalOutcome.Failed, Machine.Outcome);
        Assert.Equal((code, message, command), (Machine.Failure!.Code, Machine.Failure.Message, Machine.Failure.Command));
    }
}
