using BenchmarkDotNet.Attributes;
using Restate.Actors.Benchmarks.Endpoint;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>One call of a typed proxy that goes nowhere: what generated code costs.</summary>
[MemoryDiagnoser]
public class ProxyBenchmarks
{
    private readonly NoTransport _transport = new();
    private readonly ActorContract<ICounter> _contract = ActorContracts.Get<ICounter>();
    private ICounter _counter = null!;

    [GlobalSetup]
    public void Prepare() => _counter = _contract.CreateProxy(new ActorTarget(_contract, "k001", _transport));

    [Benchmark]
    public Task<long> Call() => _counter.Add(1);

    [Benchmark]
    public Task<long> CreateAndCall() => _contract.CreateProxy(new ActorTarget(_contract, "k001", _transport)).Add(1);

    private sealed class NoTransport : CallTransport
    {
        public override Task<TResult> CallAsync<TArguments, TResult>(
            ActorTarget target, HandlerContract<TArguments, TResult> handler, TArguments arguments, CallOptions? options, CancellationToken cancellationToken)
            => Task.FromResult<TResult>(default!);

        public override Task<InvocationHandle<TResult>> SendAsync<TArguments, TResult>(
            ActorTarget target, HandlerContract<TArguments, TResult> handler, TArguments arguments, SendOptions? options)
            => throw new NotSupportedException();
    }
}
