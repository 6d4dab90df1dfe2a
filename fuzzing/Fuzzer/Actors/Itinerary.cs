using System.Globalization;
using System.Text;

namespace Restate.Actors.Fuzzing.Actors;

/// <summary>A handler whose steps are the bytes of its input: each operation, wait and combination that a handler can have.</summary>
internal sealed class Itinerary(IActorContext context, byte[] steps, bool isExclusive, bool hasState = true, bool hasPromises = false)
{
    private const int LongestItinerary = 48;
    private const int Operations = 25;

    private readonly List<(string Name, Task Task)> _open = [];
    private readonly StringBuilder _diary = new();

    /// <summary>Takes all steps, then waits for what is open.</summary>
    /// <returns>What happened, in order.</returns>
    public async Task<string> FollowAsync()
    {
        foreach (var step in steps.Take(LongestItinerary))
        {
            await TakeAsync(step % Operations, (step / Operations).ToString(CultureInfo.InvariantCulture));
        }

        while (_open.Count > 0)
        {
            await NoteAnyAsync();
        }

        return _diary.ToString();
    }

    private async Task TakeAsync(int operation, string name)
    {
        switch (operation)
        {
            case 0 when hasState:
                Note(name, await context.States.Get<string>(name).GetAsync("none"));
                break;
            case 1 when hasState && isExclusive:
                context.States.Get<string>(name).Set(name);
                break;
            case 2 when hasState && isExclusive:
                context.States.Get<string>(name).Clear();
                break;
            case 3 when hasState && isExclusive:
                context.States.ClearAll();
                break;
            case 4 when hasState:
                Note("names", string.Join('+', await context.States.GetNamesAsync()));
                break;
            case 5:
                Open("sleep", context.Sleep(TimeSpan.FromSeconds(1), name));
                break;
            case 6:
                Open("run", context.Run(name, run => Task.FromResult(name)));
                break;
            case 7:
                Open("failing run", context.Run<string>(name, run => throw new TerminalException("no", 400)));
                break;
            case 8:
                Open("call", context.Actors.GetActor<IWanderer>($"other {name}").Look([]));
                break;
            case 9:
                Open("send", context.Actors.GetActor<IWanderer>($"other {name}").Send(wanderer => wanderer.Look([1])));
                break;
            case 10:
                Open("awakeable", context.CreateAwakeable<string>().Task);
                break;
            case 11:
                Open("signal", context.Signal<string>(name));
                break;
            case 12 when _open.Count > 0:
                await NoteAnyAsync();
                break;
            case 13 when _open.Count > 0:
                await NoteAllAsync();
                break;
            case 14 when _open.Count > 0:
                await NoteAsync(_open[0]);
                break;
            case 15:
                Open("delay", Task.Delay(TimeSpan.FromSeconds(2), context.Time));
                break;
            case 16 when hasPromises:
                Open("promise", context.Promise<string>(name).GetAsync());
                break;
            case 17 when hasPromises:
                Open("peek", context.Promise<string>(name).PeekAsync());
                break;
            case 18 when hasPromises:
                Open("resolve", context.Promise<string>(name).ResolveAsync(name));
                break;
            case 19:
                Note("guid", context.NewGuid().ToString());
                break;
            case 20:
                Note("time", context.Time.GetUtcNow().Ticks > 0 ? "now" : "never");
                break;
            case 21 when hasState:
                Open("cached", context.RunCached(name, run => Task.FromResult(name)));
                break;
            case 22:
                Open("attach", context.Actors.GetInvocation<string>("inv_1abc").AttachAsync());
                break;
            case 23:
                Open("patience", context.Signal<string>(name).WaitAsync(TimeSpan.FromSeconds(3), context.Time));
                break;
            case 24 when name == "4":
                throw new TerminalException("the way ends here", 418);
            default:
                await Task.Yield();
                break;
        }
    }

    private async Task NoteAnyAsync()
    {
        var done = await Task.WhenAny(_open.Select(open => open.Task));
        await NoteAsync(_open.First(open => open.Task == done));
    }

    private async Task NoteAllAsync()
    {
        try
        {
            await Task.WhenAll(_open.Select(open => open.Task));
        }
        catch (Exception error) when (IsExpected(error))
        {
            Note("all", error.GetType().Name);
        }

        foreach (var open in _open.ToArray())
        {
            await NoteAsync(open);
        }
    }

    private async Task NoteAsync((string Name, Task Task) open)
    {
        _open.Remove(open);
        try
        {
            await open.Task;
            Note(open.Name, open.Task is Task<string> text ? await text : "done");
        }
        catch (Exception error) when (IsExpected(error))
        {
            Note(open.Name, error.GetType().Name);
        }
    }

    private void Open(string name, Task task)
    {
        _open.Add((name, task));

        // One that is abandoned with the attempt is looked at by nobody else.
        _ = task.ContinueWith(
            static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Note(string name, string what) => _diary.Append(name).Append('=').Append(what).Append(';');

    private static bool IsExpected(Exception error) => error is TerminalException or OperationCanceledException or TimeoutException;
}
