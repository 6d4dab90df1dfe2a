namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>Executes a program and keeps a trace of what each instruction has brought.</summary>
internal sealed class Interpreter(IActorContext context, Trouble trouble)
{
    private static readonly RunOptions Quick = new() { MaxAttempts = 3, InitialInterval = TimeSpan.FromMilliseconds(5) };

    private readonly List<string> _trace = [];
    private readonly Dictionary<string, Task<string>> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InvocationHandle<string>> _handles = new(StringComparer.Ordinal);

    public async Task<string> RunAsync(Op[] program)
    {
        foreach (var op in program)
        {
            if (op.Kind == "fail")
            {
                throw new TerminalException(op.Value, op.Number);
            }

            _trace.Add($"{op.Kind}:{await TryAsync(op)}");
        }

        return string.Join('|', _trace);
    }

    private async Task<string> TryAsync(Op op)
    {
        try
        {
            return await ExecuteAsync(op);
        }
        catch (TerminalException error)
        {
            return $"failed {error.Code} {error.Message}";
        }
        catch (OperationCanceledException) when (op.Kind == "catchCancel")
        {
            context.States.Get<string>(op.Name).Set("cancelled");
            return "cancelled";
        }
    }

    private Task<string> ExecuteAsync(Op op) => op.Kind switch
    {
        "set" or "get" or "clear" or "clearAll" or "names" => StateAsync(op),
        "run" or "runFail" or "runFlaky" or "runExhausted" or "runs" => StepAsync(op),
        "sleep" or "catchCancel" or "stumble" or "race" or "timeout" => WaitAsync(op),
        "awakeable" or "rejected" or "signal" or "signals" => SignalAsync(op),
        "promise" or "promiseRejected" or "promiseTwice" or "peek" => PromiseAsync(op),
        "call" or "service" or "flow" or "open" or "await" or "bump" or "idempotent" => CallAsync(op),
        _ => SendAsync(op),
    };

    private async Task<string> StateAsync(Op op)
    {
        switch (op.Kind)
        {
            case "set":
                context.States.Get<string>(op.Name).Set(op.Value);
                return op.Value;
            case "get":
                return await context.States.Get<string>(op.Name).GetAsync() ?? "none";
            case "clear":
                context.States.Get<string>(op.Name).Clear();
                return "";
            case "clearAll":
                context.States.ClearAll();
                return "";
            default:
                return string.Join(',', (await context.States.GetNamesAsync()).Order(StringComparer.Ordinal));
        }
    }

    private async Task<string> StepAsync(Op op)
    {
        var id = $"{context.InvocationId} {op.Name}";
        switch (op.Kind)
        {
            case "runFail":
                return await context.Run<string>(op.Name, _ => throw new TerminalException(op.Value, op.Number));
            case "runFlaky":
                return await context.Run(op.Name, _ => FlakyAsync(id, op.Number, op.Value), Quick);
            case "runExhausted":
                return await context.Run(op.Name, _ => FlakyAsync(id, int.MaxValue, op.Value), Quick);
            case "runs":
                return string.Join(',', await Task.WhenAll(Enumerable.Range(0, op.Number).Select(number => context.Run($"{op.Name}{number}", _ => Task.FromResult($"{number}")))));
            default:
                return await context.Run(op.Name, _ => Task.FromResult(op.Value));
        }
    }

    private async Task<string> FlakyAsync(string id, int failures, string value)
    {
        await Task.Yield();
        trouble.FailFirst(id, failures);
        return value;
    }

    private async Task<string> WaitAsync(Op op)
    {
        if (op.Kind == "stumble")
        {
            trouble.FailFirst($"{context.InvocationId} {op.Name}", op.Number);
            return "up again";
        }

        if (op.Kind == "race")
        {
            Task[] sleeps = [context.Sleep(TimeSpan.FromMilliseconds(op.Number)), context.Sleep(TimeSpan.FromHours(1)), context.CreateAwakeable<string>().Task];
            return $"{Array.IndexOf(sleeps, await Task.WhenAny(sleeps))}";
        }

        if (op.Kind == "timeout")
        {
            try
            {
                return await context.CreateAwakeable<string>().Task.WaitAsync(TimeSpan.FromMilliseconds(op.Number), context.Time);
            }
            catch (TimeoutException)
            {
                return "too late";
            }
        }

        await context.Sleep(TimeSpan.FromMilliseconds(op.Number), op.Name);
        return "slept";
    }

    private async Task<string> SignalAsync(Op op)
    {
        var helper = context.Actors.GetActor<IHelper>();
        if (op.Kind == "signal")
        {
            var signal = context.Signal<string>(op.Name);
            await helper.Send(h => h.SignalAsync(context.InvocationId, op.Name, op.Value));
            return await signal;
        }

        if (op.Kind == "signals")
        {
            var own = context.Actors.GetInvocation<string>(context.InvocationId);
            for (var number = 0; number < op.Number; number++)
            {
                await own.ResolveSignalAsync(op.Name, $"{number}");
            }

            var received = new List<string>();
            while (received.Count < op.Number)
            {
                received.Add(await context.Signal<string>(op.Name));
            }

            return string.Join(',', received);
        }

        var awakeable = context.CreateAwakeable<string>();
        await (op.Kind == "rejected"
            ? helper.Send(h => h.RejectAsync(awakeable.Id, op.Value), after: TimeSpan.FromMilliseconds(op.Number))
            : helper.Send(h => h.ResolveAsync(awakeable.Id, op.Value), after: TimeSpan.FromMilliseconds(op.Number)));
        return await awakeable.Task;
    }

    private async Task<string> PromiseAsync(Op op)
    {
        var promise = context.Promise<string>(op.Name);
        var flow = context.Actors.GetActor<IMachineFlow>(context.Key);
        switch (op.Kind)
        {
            case "promiseRejected":
                await flow.Send(f => f.RejectAsync(op.Name, op.Value));
                return await promise.GetAsync();
            case "promiseTwice":
                await promise.ResolveAsync(op.Value);
                await promise.ResolveAsync("again");
                return "never";
            case "peek":
                return (await promise.PeekAsync()) is { IsCompleted: true } output ? output.Result! : "open";
            default:
                await flow.Send(f => f.ResolveAsync(op.Name, op.Value));
                return await promise.GetAsync();
        }
    }

    private async Task<string> CallAsync(Op op)
    {
        switch (op.Kind)
        {
            case "service":
                return await context.Actors.GetActor<IHelper>().ExecuteAsync(op.Program!);
            case "flow":
                return await context.Actors.GetActor<IMachineFlow>(op.Name).RunAsync(op.Program!);
            case "open":
                _open[op.Name] = context.Actors.GetActor<IMachine>(op.Name).ExecuteAsync(op.Program!);
                return "";
            case "await":
                return await _open[op.Name];
            case "bump":
                var counts = await Task.WhenAll(Enumerable.Range(0, op.Number).Select(number => context.Actors.GetActor<IMachine>(op.Name).AppendAsync("x")));
                return $"{counts.Max()}";
            case "idempotent":
                var machine = context.Actors.GetActor<IMachine>(op.Name);
                var first = await machine.Call(m => m.AppendAsync("first"), new() { IdempotencyKey = op.Value });
                var second = await machine.Call(m => m.AppendAsync("second"), new() { IdempotencyKey = op.Value });
                return $"{first} {second}";
            default:
                return await context.Actors.GetActor<IMachine>(op.Name).ExecuteAsync(op.Program!);
        }
    }

    private async Task<string> SendAsync(Op op)
    {
        var machine = context.Actors.GetActor<IMachine>(op.Name);
        switch (op.Kind)
        {
            case "send":
                await machine.Send(m => m.ExecuteAsync(op.Program!), after: TimeSpan.FromMilliseconds(op.Number));
                return "";
            case "appends":
                for (var number = 0; number < op.Number; number++)
                {
                    await machine.Send(m => m.AppendAsync($"{number}"));
                }

                return "";
            case "start":
                _handles[op.Name] = await machine.Send(m => m.ExecuteAsync(op.Program!));
                return "";
            case "attach":
                return await _handles[op.Name].AttachAsync();
            case "cancel":
                await _handles[op.Name].CancelAsync();
                return await _handles[op.Name].AttachAsync();
            case "cancelDelayed":
                var delayed = await machine.Send(m => m.ExecuteAsync(op.Program!), after: TimeSpan.FromHours(1));
                await delayed.CancelAsync();
                return "";
            default:
                throw new TerminalException($"unknown instruction {op.Kind}", 400);
        }
    }
}
