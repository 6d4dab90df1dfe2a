namespace Restate.Actors.Benchmarks.Endpoint;

[Actor("Greeter")]
public interface IGreeter : IDurableService
{
    [Handler("greet")]
    Task<string> Greet(string name);
}

[Actor("Counter")]
public interface ICounter : IVirtualObject
{
    [Exclusive]
    [Handler("add")]
    Task<long> Add(long delta);

    [Shared]
    [Handler("get")]
    ValueTask<long> Get();
}

[Actor("Runner")]
public interface IRunner : IDurableService
{
    [Handler("three")]
    Task<long> Three();

    [Handler("many")]
    Task<long> Many(int n);
}

[Actor("Chain")]
public interface IChain : IDurableService
{
    [Handler("call")]
    Task<long> Call(string key);
}

[Actor("Sleeper")]
public interface ISleeper : IDurableService
{
    [Handler("sleep")]
    Task<long> Sleep(long milliseconds);
}

[Actor("Fan")]
public interface IFan : IDurableService
{
    [Handler("out")]
    Task<long> Out(string text);
}

[Actor("Blob")]
public interface IBlob : IVirtualObject
{
    [Exclusive]
    [Handler("put")]
    Task<int> Put(int n);

    [Exclusive]
    [Handler("len")]
    Task<int> Length();
}

/// <summary>Not part of the benchmark contract: holds a state while it waits.</summary>
[Actor("Holder")]
public interface IHolder : IVirtualObject
{
    [Exclusive]
    [Handler("read")]
    Task<int> Read();

    [Exclusive]
    [Handler("write")]
    Task<int> Write(int n);
}
