using System.Diagnostics;
using Restate.Actors.Chaos.Driver.Load;
using Restate.Actors.Chaos.Driver.World;
using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Waits until nothing is left to do, and collects what is found then.</summary>
internal sealed class Observer(ChaosWorld world, PersistentClient client)
{
    private const int ReadAtOnce = 16;

    private static readonly TimeSpan TouchTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the end of all invocations.</summary>
    /// <param name="patience">How long at most; what is left then is a finding.</param>
    public async Task DrainAsync(TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < patience && (await LeftAsync()).Count > 0)
        {
            await Task.Delay(PollInterval);
        }
    }

    /// <summary>Collects what is found.</summary>
    /// <param name="keys">The keys of the workload.</param>
    /// <param name="operations">What clients have begun.</param>
    public async Task<Observation> ObserveAsync(IReadOnlyList<WorkloadKeys> keys, IReadOnlyList<Operation> operations)
    {
        string[] accounts = [.. keys.SelectMany(static some => some.Accounts.Concat(some.Sellers))];
        string[] counters = [.. keys.SelectMany(static some => some.Counters)];
        string[] approvals = [.. operations.OfType<ApprovalOperation>().Select(static approval => approval.Id)];
        string[] alarms = [.. operations.OfType<AlarmOperation>().Select(static alarm => alarm.Id)];
        var left = await LeftAsync();
        var failed = await world.Admin.QueryAsync<FailedInvocations>(
            $"""
            SELECT target_service_name AS service, target_handler_name AS handler, completion_failure AS failure, count(1) AS count
            FROM sys_invocation WHERE completion_result = 'failure' GROUP BY target_service_name, target_handler_name, completion_failure
            """);
        var repeated = await world.Admin.QueryAsync<RepeatedKey>(
            $"""
            SELECT target, idempotency_key, count(1) AS count FROM sys_invocation
            WHERE idempotency_key IS NOT NULL GROUP BY target, idempotency_key HAVING count(1) > 1
            """);
        var count = await world.Admin.QueryAsync<InvocationCount>($"SELECT count(1) AS count FROM sys_invocation");
        return new Observation
        {
            Accounts = await ReadAsync(accounts, key => client.AskAsync(actors => actors.GetActor<IAccount>(key).Read())),
            Counters = await ReadAsync(counters, key => client.AskAsync(actors => actors.GetActor<ICounter>(key).Read())),
            Approvals = await ReadAsync(approvals, key => client.AskAsync(actors => actors.GetActor<IApproval>(key).Answers())),
            Alarms = await ReadAsync(alarms, key => client.AskAsync(actors => actors.GetActor<IAlarm>(key).Ticks())),
            StuckKeys =
            [
                .. await StuckAsync(accounts, static (actors, key) => actors.GetActor<IAccount>(key).Touch()),
                .. await StuckAsync(counters, static (actors, key) => actors.GetActor<ICounter>(key).Touch()),
            ],
            Left = left,
            Failed = failed,
            Repeated = repeated,
            Invocations = count[0].Count,
            Endpoints = await Task.WhenAll(world.Endpoints.Select(InspectAsync)),
        };
    }

    private Task<IReadOnlyList<LeftInvocation>> LeftAsync() => RetryAsync(() => world.Admin.QueryAsync<LeftInvocation>(
        $"SELECT id, target, status, retry_count, last_failure FROM sys_invocation WHERE status != 'completed'"));

    // Just started, a server answers queries with an error until it has found its partitions.
    private static async Task<T> RetryAsync<T>(Func<Task<T>> query)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await query();
            }
            catch (Exception error) when (attempt < 40 && error is RestateClientException or TimeoutException)
            {
                await Task.Delay(PollInterval);
            }
        }
    }

    private static async Task<IReadOnlyDictionary<string, T>> ReadAsync<T>(IReadOnlyList<string> keys, Func<string, Task<T>> read)
    {
        var values = new Dictionary<string, T>();
        foreach (var some in keys.Chunk(ReadAtOnce))
        {
            var results = await Task.WhenAll(some.Select(async key => (Key: key, Value: await read(key))));
            foreach (var (key, value) in results)
            {
                values.Add(key, value);
            }
        }

        return values;
    }

    private async Task<IEnumerable<string>> StuckAsync(IReadOnlyList<string> keys, Func<IRestateClient, string, Task> touch)
    {
        var stuck = new List<string>();
        foreach (var some in keys.Chunk(ReadAtOnce))
        {
            stuck.AddRange((await Task.WhenAll(some.Select(async key => (Key: key, IsFree: await AnswersAsync(client.TellAsync(actors => touch(actors, key)))))))
                .Where(static one => !one.IsFree).Select(static one => one.Key));
        }

        return stuck;
    }

    private static async Task<bool> AnswersAsync(Task touch)
    {
        try
        {
            await touch.WaitAsync(TouchTime);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task<EndpointRemains> InspectAsync(EndpointProcess endpoint)
    {
        var started = Stopwatch.GetTimestamp();
        var figures = await endpoint.MeasureAsync(isCollecting: true);
        while (figures is not { ActiveAttempts: 0, ActiveKeys: 0, WarmKeys: 0 } && Stopwatch.GetElapsedTime(started) < IdleTime)
        {
            await Task.Delay(PollInterval);
            figures = await endpoint.MeasureAsync(isCollecting: true);
        }

        return new EndpointRemains($"endpoint {endpoint.Port}", figures, endpoint.Mishaps, LogReview.Review(endpoint.ReadLog()));
    }

    private sealed record InvocationCount(long Count);
}
