using Restate.Actors.Internal.Payloads;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Inspection;

/// <summary>Looks at a server for a test.</summary>
internal sealed class Inspector(TestServer server, PayloadCoder payloads)
{
    public IReadOnlyList<TestInvocation> Invocations => server.Loop.Read<IReadOnlyList<TestInvocation>>(() => [.. server.Invocations.All.Select(Describe)]);

    public IReadOnlyList<TestTimer> Timers => [.. server.Time.Pending.Select(static timer => new TestTimer(timer.Due, timer.Purpose, timer.InvocationId))];

    public IReadOnlyList<RecordedSend> Sends => server.Loop.Read<IReadOnlyList<RecordedSend>>(
        () => [.. server.Sends.Select(entry => new RecordedSend(entry, payloads))]);

    public TestInvocation Find(string invocationId) => server.Loop.Read(() => Describe(Get(invocationId)));

    public string JournalOf(string invocationId) => server.Loop.Read(() => JournalText.Of(Get(invocationId)));

    public RecordedJournal Export(string invocationId) => server.Loop.Read(() => RecordedJournal.Of(Get(invocationId)));

    public ServerInvocation Get(string invocationId)
    {
        ArgumentNullException.ThrowIfNull(invocationId);
        return server.Invocations.All.FirstOrDefault(invocation => invocation.Id == invocationId)
            ?? throw new ArgumentException($"The host has no invocation {invocationId}. It has {server.Invocations.All.Count} of them: host.Invocations.", nameof(invocationId));
    }

    private static TestInvocation Describe(ServerInvocation invocation) => new()
    {
        Id = invocation.Id,
        Service = invocation.Target.Service,
        Key = invocation.Target.Key,
        Handler = invocation.Request.Handler,
        Status = invocation.Status,
        Attempts = invocation.Retries.Attempts,
        CallerId = invocation.Request.CallerId,
        IdempotencyKey = invocation.Request.IdempotencyKey,
        LastError = invocation.Retries.LastError?.Text,
        Failure = invocation.Result?.Failure is { } failure ? new TerminalException(failure.Message, failure.Code) : null,
        CreatedAt = invocation.Created,
        CompletedAt = invocation.Completed,
    };
}
