using Restate.Actors.Dashboard.Internal.Server;
using Restate.Actors.Dashboard.Internal.Views;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Server;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_CommandWithCompletion_IsOneStep()
    {
        var steps = Timeline.Read(
            Rows(
                """{"Command":{"Run":{"completion_id":1,"name":"charge"}}}""",
                """{"Notification":{"ty":{"Completion":"Run"},"id":{"CompletionId":1},"result":"Failure"}}"""),
            isEnd: true);

        Assert.Equal([new StepView { Index = 0, Type = "Run", Name = "charge", StartedAt = Start, EndedAt = Start.AddSeconds(1), Result = "Failure" }], steps);
    }

    [Fact]
    public void Read_Call_IsOpenUntilItsResult_NotUntilItsId()
    {
        const string Call =
            """{"Command":{"Call":{"invocation_id":"inv_2","invocation_target":{"VirtualObject":{"name":"Till","key":"a/b","handler":"Pay","handler_ty":"Exclusive","scope":null}},"invocation_id_completion_id":1,"result_completion_id":2}}}""";
        const string Id = """{"Notification":{"ty":{"Completion":"CallInvocationId"},"id":{"CompletionId":1},"result":"InvocationId"}}""";

        var steps = Timeline.Read(Rows(Call, Id), isEnd: true);

        Assert.Equal([new StepView { Index = 0, Type = "Call", Subject = "Till/a/b/Pay", InvocationId = "inv_2", StartedAt = Start, IsOpen = true }], steps);
    }

    [Fact]
    public void Read_PartThatDoesNotEndTheJournal_LeavesOpenWhatMayEndLater()
    {
        var steps = Timeline.Read(Rows("""{"Command":{"Sleep":{"wake_up_time":1000,"completion_id":1,"name":"nap"}}}"""), isEnd: false);

        var step = Assert.Single(steps);
        Assert.False(step.IsOpen);
        Assert.Null(step.EndedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1000), step.Until);
    }

    [Theory]
    [InlineData(null, "?")]
    [InlineData("""{"Command":{"Novelty":7}}""", "Novelty")]
    [InlineData("""{"Command":"Novelty"}""", "Novelty")]
    [InlineData("""{"Event":{}}""", "Event")]
    [InlineData("""[]""", "?")]
    [InlineData("""{"Notification":{"id":{"SignalName":"unlock"},"result":"Success"}}""", "Signal")]
    [InlineData("""{"Notification":{"id":{"SignalIndex":17},"result":"Success"}}""", "Awakeable")]
    [InlineData("""{"Notification":{"id":{"SignalIndex":1},"result":"Void"}}""", "Cancel")]
    public void Read_EntryOfAnyShape_IsAStep(string? entry, string type)
    {
        var step = Assert.Single(Timeline.Read(Rows(entry), isEnd: true));

        Assert.Equal(type, step.Type);
        Assert.False(step.IsOpen);
    }

    [Fact]
    public void Find_SuspendedOne_NamesSignalsAndAwakeables_NotTheCancellation()
    {
        var steps = Timeline.Read(Rows("""{"Command":{"GetPromise":{"key":"signature","completion_id":5}}}"""), isEnd: true);

        var waits = Waits.Find(
            steps,
            """{"FirstCompleted":[{"Single":{"CompletionId":5}},{"Single":{"SignalIndex":1}},{"AllCompleted":[{"Single":{"SignalName":"unlock"}},{"Single":{"SignalIndex":18}}]}]}""");

        Assert.Equal([new WaitView("GetPromise", "signature", Since: Start), new WaitView("Signal", "unlock"), new WaitView("Awakeable")], waits);
    }

    private static IEnumerable<JournalRow> Rows(params string?[] entries) =>
        entries.Select((entry, index) => new JournalRow { Id = "inv_1", Index = index, Entry = entry, AppendedAt = Start.AddSeconds(index) });
}
