using System.Globalization;
using System.Text;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>A handler whose commands and waits are drawn from a seed: the same ones in every attempt.</summary>
internal sealed class RandomProgram(int seed)
{
    private const int Steps = 14;

    private readonly List<DurableFuture> _open = [];
    private readonly StringBuilder _log = new();
    private readonly Random _random = new(seed);

    /// <summary>Gets what the handler awaits while it is parked.</summary>
    public IReadOnlyList<NotificationId> AwaitedIds { get; private set; } = [];

    public static string SignalName(int step) => string.Create(CultureInfo.InvariantCulture, $"signal {step}");

    public async Task<string> RunAsync(HandlerContext context)
    {
        for (var step = 0; step < Steps; step++)
        {
            Begin(context, step);
            if (_open.Count > 0 && _random.Next(3) == 0)
            {
                await WaitForSomeAsync(context);
            }
        }

        while (_open.Count > 0)
        {
            await WaitForSomeAsync(context);
        }

        return _log.ToString();
    }

    private void Begin(HandlerContext context, int step)
    {
        var key = Invariant($"key {_random.Next(3)}");
        switch (_random.Next(13))
        {
            case 0:
                context.Set(key, Json.Of(step));
                break;
            case 1:
                context.Clear(key);
                break;
            case 2:
                context.ClearAll();
                break;
            case 3:
                Add(context.Get(key));
                break;
            case 4:
                Add(context.Keys());
                break;
            case 5:
                Add(context.Sleep((ulong)step, key));
                break;
            case 6:
            case 7:
                Add(context.Run(key, RunOf(step)));
                break;
            case 8:
                var call = context.Call(new CallRequest { Service = "S", Handler = "h", Key = key });
                Add(call.Result);
                if (_random.Next(2) == 0)
                {
                    Add(call.InvocationId);
                }

                break;
            case 9:
                Add(context.Send(new CallRequest { Service = "S", Handler = "h" }));
                break;
            case 10:
                Add(context.Awakeable().Result);
                break;
            case 11:
                Add(context.Signal(SignalName(step)));
                break;
            default:
                Add(context.GetPromise(key));
                break;
        }
    }

    private TestRun RunOf(int step)
    {
        var run = _random.Next(4) == 0 ? TestRun.Ending(400, "no") : TestRun.Returning(Json.Of(step));
        return run with { IsSlow = _random.Next(2) == 0 };
    }

    private void Add(DurableFuture future)
    {
        if (future.IsKnown)
        {
            _log.Append(future.Outcome!.Value).Append(';');
        }
        else
        {
            _open.Add(future);
        }
    }

    private async Task WaitForSomeAsync(HandlerContext context)
    {
        DurableFuture[] some = [.. _open.Where(_ => _random.Next(2) == 0)];
        some = some.Length == 0 ? [_open[0]] : some;
        var isRace = _random.Next(2) == 0;
        AwaitedIds = [.. some.Select(future => future.Id)];
        try
        {
            await (isRace ? context.Race(some) : context.AllSettled(some));
        }
        catch (TerminalException error)
        {
            _log.Append(CultureInfo.InvariantCulture, $"{error.Code};");
        }

        AwaitedIds = [];
        _open.RemoveAll(IsSettled);
    }

    private bool IsSettled(DurableFuture future)
    {
        if (future.Settle() is not { } outcome)
        {
            return false;
        }

        _log.Append(CultureInfo.InvariantCulture, $"{future.Id}={outcome.Value}{outcome.Error?.Code};");
        return true;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
