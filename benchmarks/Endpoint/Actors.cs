namespace Restate.Actors.Benchmarks.Endpoint;

public sealed class Greeter : DurableService, IGreeter
{
    public Task<string> Greet(string name) => Task.FromResult(name);
}

public sealed class Counter : VirtualObject, ICounter
{
    private IActorState<long> Count => State<long>("count");

    public async Task<long> Add(long delta)
    {
        var sum = await Count.GetAsync() + delta;
        Count.Set(sum);
        return sum;
    }

    public ValueTask<long> Get() => Count.GetAsync();
}

public sealed class Runner : DurableService, IRunner
{
    public async Task<long> Three() => await Run("step", _ => 1) + await Run("step", _ => 2) + await Run("step", _ => 3);

    public async Task<long> Many(int n)
    {
        var sum = 0L;
        for (var i = 0; i < n; i++)
        {
            var result = i;
            sum += await Run("step", _ => result);
        }

        return sum;
    }
}

public sealed class Chain : DurableService, IChain
{
    public Task<long> Call(string key) => Actors.GetActor<ICounter>(key).Add(1);
}

public sealed class Sleeper : DurableService, ISleeper
{
    public async Task<long> Sleep(long milliseconds)
    {
        await Sleep(TimeSpan.FromMilliseconds(milliseconds));
        return milliseconds;
    }
}

public sealed class Fan : DurableService, IFan
{
    public async Task<long> Out(string text)
    {
        var greeter = Actors.GetActor<IGreeter>();
        var greetings = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => greeter.Greet(text)));
        return greetings.Sum(greeting => (long)greeting.Length);
    }
}

public sealed class Blob : VirtualObject, IBlob
{
    private IActorState<string> Text => State<string>("blob");

    public Task<int> Put(int n)
    {
        Text.Set(new string('x', n));
        return Task.FromResult(n);
    }

    public async Task<int> Length() => (await Text.GetAsync(string.Empty)).Length;
}

public sealed class Holder : VirtualObject, IHolder
{
    private IActorState<string> Text => State<string>("blob");

    public async Task<int> Read()
    {
        var length = (await Text.GetAsync(string.Empty)).Length;
        await Sleep(TimeSpan.FromMilliseconds(10));
        return length;
    }

    public async Task<int> Write(int n)
    {
        Text.Set(new string('x', n));
        await Sleep(TimeSpan.FromMilliseconds(10));
        return n;
    }
}
