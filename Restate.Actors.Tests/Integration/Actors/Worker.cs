using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Worker(Probe probe) : DurableService, IWorker
{
    public async Task<IReadOnlyList<int>> OnceAsync(string topic)
    {
        var first = await Run("first", _ => Count($"{topic}/first"));
        probe.FailOnce($"{topic}/between");
        var second = await Run("second", async run =>
        {
            await Task.Delay(1, run.AttemptAborted).ConfigureAwait(false);
            return Count($"{topic}/second");
        });
        return [first, second];
    }

    public Task NothingAsync(string topic) => Run("nothing", _ => probe.Note(topic));

    public Task<string> FailAsync() => Run("fail", _ => Fail());

    public async Task<string> FailAndCatchAsync()
    {
        try
        {
            return await FailAsync();
        }
        catch (TerminalException error)
        {
            return await Run("recover", _ => $"{error.Code} {error.Message}");
        }
    }

    public Task<int> SucceedAtAsync(string topic, int execution, int? maxAttempts)
    {
        return Run("flaky", _ => FailUntil(topic, execution), new RunOptions { MaxAttempts = maxAttempts, InitialInterval = TimeSpan.FromMilliseconds(5), Factor = 1 });
    }

    public Task<int> GiveUpAsync(string topic)
    {
        return Run("flaky", _ => FailUntil(topic, int.MaxValue), new RunOptions { MaxAttempts = 3, InitialInterval = TimeSpan.FromMilliseconds(5) });
    }

    public async Task<IReadOnlyList<int>> ParallelAsync(int count)
    {
        return await Task.WhenAll(Enumerable.Range(0, count).Select(number => Run($"step {number}", async _ =>
        {
            await Task.Yield();
            return number * number;
        })));
    }

    public async Task<IReadOnlyList<int>> ParallelWithRetryAsync(string topic)
    {
        var policy = new RunOptions { MaxAttempts = 10, InitialInterval = TimeSpan.FromMilliseconds(5) };
        return await Task.WhenAll(
            Run("good", _ => 1, policy),
            Run("flaky", _ => FailUntil(topic, 3), policy),
            Run("also good", _ => 2, policy));
    }

    public Task<int> UseStateInsideAsync() => Run("wrong", async _ =>
    {
#pragma warning disable RSTA2010 // The error at run time is what the test is about.
        await Sleep(TimeSpan.Zero);
#pragma warning restore RSTA2010
        return 1;
    });

    public Task<byte[]> LargeAsync(int size) => Run("large", _ => new byte[size]);

    public Task UnserializableAsync() => Run("wrong", _ => Task.FromResult<Type>(typeof(string)));

    private static string Fail() => throw new TerminalException("the step failed", 422);

    private int Count(string topic)
    {
        probe.Note(topic);
        return probe.Notes(topic).Count;
    }

    private int FailUntil(string topic, int execution)
    {
        var count = Count(topic);
        return count >= execution ? count : throw new PlannedFailureException();
    }
}
