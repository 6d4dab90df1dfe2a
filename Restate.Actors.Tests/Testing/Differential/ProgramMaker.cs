namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>Makes programs by a seed. What a program returns and leaves behind does not depend on the order of what happens at once.</summary>
internal sealed class ProgramMaker(int seed, string prefix)
{
    private static readonly string[] Everywhere =
        ["run", "runFail", "runFlaky", "runExhausted", "runs", "sleep", "stumble", "race", "timeout", "awakeable", "rejected", "signal", "signals", "call", "service", "flow", "open", "bump",
            "idempotent", "send", "appends", "start", "cancel", "cancelDelayed"];

    private static readonly string[] Keyed = ["set", "get", "clear", "clearAll", "names", .. Everywhere];
    private static readonly string[] Flow = ["promise", "promiseRejected", "promiseTwice", "peek", .. Keyed];

    private readonly Random _random = new(seed);
    private int _number;

    /// <summary>Gets the keys of the objects that programs use.</summary>
    public List<string> Keys { get; } = [];

    public Op[] Make(string[]? kinds = null, int depth = 0)
    {
        var ops = new List<Op>();
        var count = _random.Next(2, depth == 0 ? 12 : 5);
        while (ops.Count < count)
        {
            Add(ops, (kinds ?? Keyed)[_random.Next((kinds ?? Keyed).Length)], depth);
        }

        if (depth > 0 && _random.Next(6) == 0)
        {
            ops.Add(new Op("fail", "", Text(), 400 + _random.Next(100)));
        }

        return [.. ops];
    }

    private void Add(List<Op> ops, string kind, int depth)
    {
        switch (kind)
        {
            case "set" or "get" or "clear":
                ops.Add(new Op(kind, $"s{_random.Next(3)}", Text()));
                break;
            case "promise" or "promiseRejected" or "promiseTwice" or "peek" or "signal" or "run" or "runExhausted":
                ops.Add(new Op(kind, Name(), Text()));
                break;
            case "runFail":
                ops.Add(new Op(kind, Name(), Text(), 400 + _random.Next(100)));
                break;
            case "runFlaky" or "stumble":
                ops.Add(new Op(kind, Name(), Text(), _random.Next(1, 3)));
                break;
            case "runs" or "signals":
                ops.Add(new Op(kind, Name(), "", _random.Next(1, 5)));
                break;
            case "sleep" or "awakeable" or "rejected" or "race" or "timeout":
                ops.Add(new Op(kind, Name(), Text(), _random.Next(0, 20)));
                break;
            case "bump" or "appends":
                ops.Add(new Op(kind, Key(), "", _random.Next(1, 6)));
                break;
            case "idempotent":
                ops.Add(new Op(kind, Key(), Name()));
                break;
            case "clearAll" or "names":
                ops.Add(new Op(kind));
                break;
            default:
                AddNested(ops, kind, depth);
                break;
        }
    }

    private void AddNested(List<Op> ops, string kind, int depth)
    {
        if (depth >= 3)
        {
            return;
        }

        switch (kind)
        {
            case "service":
                ops.Add(new Op(kind, Program: Make(Everywhere, depth + 1)));
                break;
            case "flow":
                var flow = Name();
                var program = Make(Flow, depth + 1);
                ops.Add(new Op(kind, flow, Program: program));
                if (_random.Next(3) == 0)
                {
                    ops.Add(new Op(kind, flow, Program: program));
                }

                break;
            case "open":
                var open = Key();
                ops.Add(new Op(kind, open, Program: Make(depth: depth + 1)));
                Add(ops, "run", depth);
                ops.Add(new Op("await", open));
                break;
            case "start":
                var started = Key();
                ops.Add(new Op(kind, started, Program: Make(depth: depth + 1)));
                ops.Add(new Op("attach", started));
                break;
            case "cancel":
                var cancelled = Key();
                var waits = new Op(_random.Next(2) == 0 ? "sleep" : "catchCancel", "forever", "", 3_600_000);
                ops.Add(new Op("start", cancelled, Program: [new Op("set", "began", "yes"), waits, new Op("set", "after", "yes")]));
                ops.Add(new Op("sleep", Name(), "", 150));
                ops.Add(new Op(kind, cancelled));
                break;
            default:
                ops.Add(new Op(kind, Key(), "", kind == "send" ? _random.Next(0, 20) : 0, Make(depth: depth + 1)));
                break;
        }
    }

    private string Name() => $"{prefix}n{++_number}";

    private string Key()
    {
        var key = $"{prefix}k{++_number}";
        Keys.Add(key);
        return key;
    }

    private string Text() => $"v{_random.Next(100)}";
}
