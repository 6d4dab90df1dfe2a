using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors.Tests.Generators;

/// <summary>Answers calls of a proxy with the result it was given and keeps what was called.</summary>
internal sealed class RecordingTransport : CallTransport
{
    public List<Call> Calls { get; } = [];

    public object? Result { get; set; }

    public override Task<TResult> CallAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CallOptions? options,
        CancellationToken cancellationToken)
    {
        Calls.Add(new Call(target, handler, arguments, options, cancellationToken));
        return Task.FromResult((TResult)(Result ?? default(TResult))!);
    }

    public override Task<InvocationHandle<TResult>> SendAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options) => throw new NotSupportedException("A proxy calls, it does not send.");

    internal sealed record Call(ActorTarget Target, HandlerContract Handler, object? Arguments, CallOptions? Options, CancellationToken Token);
}
