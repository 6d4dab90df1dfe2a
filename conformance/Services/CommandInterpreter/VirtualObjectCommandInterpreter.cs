namespace Conformance.Services.CommandInterpreter;

/// <summary>Executes programs of waits and combinations of waits.</summary>
public sealed class VirtualObjectCommandInterpreter : VirtualObject, IVirtualObjectCommandInterpreter
{
    private IActorState<List<string>> Results => State<List<string>>("results");

    public async Task<string> InterpretCommands(InterpretRequest request)
    {
        var result = string.Empty;
        foreach (var command in request.Commands)
        {
            result = await Execute(command);
            Results.Set([.. await GetResults(), result]);
        }

        return result;
    }

    public Task ResolveAwakeable(AwakeableResolution resolution) => Resolve(resolution.AwakeableKey, resolution.Value);

    public Task RejectAwakeable(AwakeableRejection rejection) => Reject(rejection.AwakeableKey, rejection.Reason);

    public async Task<bool> HasAwakeable(string awakeableKey) => await AwakeableId(awakeableKey).ExistsAsync();

    public async Task<List<string>> GetResults() => await Results.GetAsync([]);

    private Task<string> Execute(Command command) => command switch
    {
        AwaitOne one => Start(one.Awaitable),
        AwaitAny any => First(any.Commands),
        AwaitFirstCompleted first => First(first.Commands),
        AwaitAnySuccessful any => Durable.WhenAnySucceeded(Start(any.Commands)),
        AwaitFirstSucceededOrAllFailed first => Durable.WhenAnySucceeded(Start(first.Commands)),
        AwaitAllSucceededOrFirstFailed all => AllSucceeded(all.Commands),
        AwaitAllCompleted all => AllCompleted(all.Commands),
        AwaitAwakeableOrTimeout awakeable => AwakeableOrTimeout(awakeable),
        ResolveAwakeable resolve => Resolve(resolve.AwakeableKey, resolve.Value),
        RejectAwakeable reject => Reject(reject.AwakeableKey, reject.Reason),
        GetEnvVariable variable => Run("get-env", _ => Environment.GetEnvironmentVariable(variable.EnvName) ?? string.Empty),
        _ => throw new TerminalException($"Unknown command {command}.", 400),
    };

    private List<Task<string>> Start(List<AwaitableCommand> commands) => [.. commands.Select(Start)];

    private Task<string> Start(AwaitableCommand command) => command switch
    {
        CreateAwakeable create => StartAwakeable(create.AwakeableKey),
        Sleep sleep => SleepThenReturn(sleep.TimeoutMillis),
        RunReturns run => Run("run-returns", _ => ReturnLater(run.Value)),
        RunThrows run => Run("run-throws", Task<string> (_) => throw new TerminalException(run.Reason)),
        CreateSignal signal => Signal<string>(signal.SignalName),
        _ => throw new TerminalException($"Unknown command {command}.", 400),
    };

    private Task<string> StartAwakeable(string key)
    {
        var awakeable = CreateAwakeable<string>();
        AwakeableId(key).Set(awakeable.Id);
        return awakeable.Task;
    }

    private async Task<string> SleepThenReturn(long milliseconds)
    {
        await Sleep(TimeSpan.FromMilliseconds(milliseconds));
        return "sleep";
    }

    private static async Task<string> ReturnLater(string value)
    {
        await Task.Delay(1);
        return value;
    }

    private async Task<string> First(List<AwaitableCommand> commands) => await await Task.WhenAny(Start(commands));

    private async Task<string> AllSucceeded(List<AwaitableCommand> commands) => string.Join('|', await Durable.WhenAllSucceeded(Start(commands)));

    private async Task<string> AllCompleted(List<AwaitableCommand> commands)
    {
        return string.Join('|', await Task.WhenAll(Start(commands).Select(Outcome)));
    }

    private static async Task<string> Outcome(Task<string> task)
    {
        try
        {
            return $"ok:{await task}";
        }
        catch (TerminalException error)
        {
            return $"err:{error.Message}";
        }
    }

    private async Task<string> AwakeableOrTimeout(AwaitAwakeableOrTimeout command)
    {
        try
        {
            return await StartAwakeable(command.AwakeableKey).WaitAsync(TimeSpan.FromMilliseconds(command.TimeoutMillis), Time);
        }
        catch (TimeoutException)
        {
            throw new TerminalException("await-timeout");
        }
    }

    private async Task<string> Resolve(string key, string value)
    {
        await Actors.ResolveAwakeableAsync(await StoredAwakeableId(key), value);
        return string.Empty;
    }

    private async Task<string> Reject(string key, string reason)
    {
        await Actors.RejectAwakeableAsync(await StoredAwakeableId(key), reason);
        return string.Empty;
    }

    private async Task<string> StoredAwakeableId(string key)
    {
        return await AwakeableId(key).GetAsync() ?? throw new TerminalException($"No awakeable is stored under '{key}'.");
    }

    private IActorState<string> AwakeableId(string key) => State<string>($"awk-{key}");
}
