using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Caller(Probe probe) : DurableService, ICaller
{
    public async Task<IReadOnlyList<string>> CallInTurnAsync(string key)
    {
        List<string> answers = [];
        for (var number = 1; number <= 5; number++)
        {
            answers.Add(await Line(key).EchoAsync($"{number}"));
        }

        return answers;
    }

    public async Task<IReadOnlyList<string>> CallAtOnceAsync(string key, int count)
    {
        return await Task.WhenAll(Enumerable.Range(1, count).Select(number => Line($"{key}-{number}").EchoAsync("hello")));
    }

    public async Task<string> CallTheFasterAsync(string key)
    {
        var slow = Line(key).AnswerAfterAsync(600_000, "slow");
        var fast = Line(key).AnswerAfterAsync(10, "fast");
        var winner = await Task.WhenAny(slow, fast);
        return await winner;
    }

    public async Task<IReadOnlyList<string>> CallAsCompletedAsync(string key)
    {
        List<Task<string>> open = [.. Enumerable.Range(1, 6).Select(number => Line(key).AnswerAfterAsync(number * 37 % 100, $"{number}"))];
        List<string> answers = [];
        while (open.Count > 0)
        {
            var next = await Task.WhenAny(open);
            open.Remove(next);
            answers.Add(await next);
        }

        probe.Note($"{key}/order", string.Join(' ', answers));
        probe.FailOnce($"{key}/failure");
        return answers;
    }

    public async Task<string> CatchAsync(string key, string message, int code)
    {
        try
        {
            await Line(key).FailAsync(message, code);
            return "no error";
        }
        catch (TerminalException error)
        {
            await Sleep(TimeSpan.FromMilliseconds(1));
            return $"{error.Code} {error.Message} {string.Join(',', error.Metadata)}";
        }
    }

    public async Task<IReadOnlyList<string?>> CallWithHeaderAsync(string key, string name, string value)
    {
        var headers = new Dictionary<string, string> { [name] = value };
        var called = await Line(key).Call(line => line.HeaderAsync(name), new CallOptions { Headers = headers });
        var without = await Line(key).HeaderAsync(name);
        return [called, without];
    }

    public async Task<IReadOnlyList<int>> CallTwiceWithOneIdempotencyKeyAsync(string key, string idempotencyKey)
    {
        var options = new CallOptions { IdempotencyKey = idempotencyKey };
        var first = await Line(key).Call(line => line.CountAsync(key), options);
        var second = await Line(key).Call(line => line.CountAsync(key), options);
        return [first, second];
    }

    public async Task<IReadOnlyList<int>> SendTwiceWithOneIdempotencyKeyAsync(string key, string idempotencyKey)
    {
        var first = await Line(key).Send(line => line.CountAsync(key), idempotencyKey: idempotencyKey);
        var second = await Line(key).Send(line => line.CountAsync(key), idempotencyKey: idempotencyKey);
        return await Task.WhenAll(first.AttachAsync(), second.AttachAsync());
    }

    public async Task SendManyAsync(string key, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await Line(key).Send(line => line.AppendAsync(number));
        }
    }

    public async Task<long> SendLaterAsync(string key, int milliseconds)
    {
        var before = Time.GetUtcNow();
        var sent = await Line(key).Send(line => line.EchoAsync("late"), after: TimeSpan.FromMilliseconds(milliseconds));
        await sent.AttachAsync();
        return (long)(Time.GetUtcNow() - before).TotalMilliseconds;
    }

    public async Task<IReadOnlyList<string>> FollowAsync(string key)
    {
        var sent = await Line(key).Send(line => line.AnswerAfterAsync(10, "done"));
        var id = await sent.GetIdAsync();
        var early = await (await Line(key).Send(line => line.AnswerAfterAsync(600_000, "never"))).PeekAsync();
        var attached = await sent.AttachAsync();
        var peeked = await Actors.GetInvocation<string>(id).PeekAsync();
        return [id, $"{early.IsCompleted}", attached, $"{peeked.IsCompleted} {peeked.Result}"];
    }

    public async Task<string> SendAndCancelAsync(string key, string topic)
    {
        var sent = await Line(key).Send(line => line.WaitForeverAsync(topic));
        await sent.GetIdAsync();
        await Run("wait until it waits", _ => probe.ReachedAsync($"{topic}/waiting"));
        await sent.CancelAsync();
        try
        {
            return await sent.AttachAsync();
        }
        catch (TerminalException error)
        {
            return $"{error.Code} {error.Message}";
        }
    }

    public async Task<string> CancelCallByTokenAsync(string key, string topic)
    {
        using var source = new CancellationTokenSource();
        var call = Line(key).Call(line => line.WaitForeverAsync(topic), new CallOptions(), source.Token);
        await Run("wait until it waits", _ => probe.ReachedAsync($"{topic}/waiting"));
        source.Cancel();
        try
        {
            return await call;
        }
        catch (TerminalException error)
        {
            return $"{error.Code} {error.Message}";
        }
    }

    public async Task<string> AttachToNobodyAsync(string invocationId)
    {
        try
        {
            return await Actors.GetInvocation<string>(invocationId).AttachAsync();
        }
        catch (TerminalException error)
        {
            return $"{error.GetType().Name} {error.Message}";
        }
    }

    public async Task<string> PeekAtNobodyAsync(string invocationId)
    {
        try
        {
            return $"{await Actors.GetInvocation<string>(invocationId).PeekAsync()}";
        }
        catch (InvocationNotFoundException error)
        {
            return $"{error.GetType().Name} {error.Message}";
        }
    }

    public async Task<string> RunTwiceAsync(string workflowId, bool byName)
    {
        var order = Actors.GetActor<IOrder>(workflowId);
        await order.ApproveAsync("Ann");
        var first = await order.RunAsync("tea");
        try
        {
            return byName ? await Actors.GetActor("Order", workflowId).AsWorkflow().CallAsync<string, string>("Run", "cup") : await order.RunAsync("cup");
        }
        catch (WorkflowAlreadyStartedException error)
        {
            var attached = await order.GetInvocation(workflow => workflow.RunAsync("")).AttachAsync();
            return $"{error.Code} {error.Message} {first == attached}";
        }
    }

    public async Task<int> CountOnceMoreAsync(Guid key, int times)
    {
        var counter = Actors.GetActor<ICounter>(key);
        for (var time = 1; time < times; time++)
        {
            await counter.AddAsync(1);
        }

        return await counter.AddAsync(1);
    }

    private ILine Line(string key) => Actors.GetActor<ILine>(key);
}
