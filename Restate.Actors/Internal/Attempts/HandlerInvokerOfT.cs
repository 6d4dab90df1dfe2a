using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Runs one handler with its types.</summary>
internal sealed class HandlerInvoker<TActor, TArguments, TResult>(
    ActorRegistration<TActor> registration,
    HandlerContract<TActor, TArguments, TResult> handler)
    : HandlerInvoker(registration, handler)
    where TActor : class, IActor
{
    public override void Start(Invocation invocation, IServiceProvider services, ReadOnlyMemory<byte> input)
    {
        ValueTask<TResult> result;
        try
        {
            result = InvokeAsync(invocation, services, input);
        }
        catch (Exception error)
        {
            HandlerResults.Fail(invocation, error);
            return;
        }

        if (result.IsCompleted)
        {
            Finish(invocation, result);
        }
        else
        {
            _ = FinishAsync(invocation, result);
        }
    }

    private ValueTask<TResult> InvokeAsync(Invocation invocation, IServiceProvider services, ReadOnlyMemory<byte> input)
    {
        CheckKey(invocation);
        var arguments = ReadInput(invocation, input);
        return invocation.Settings.Filters.Count > 0
            ? FilterAsync(invocation, services, input, arguments)
            : ActAsync(invocation, services, arguments);
    }

    private ValueTask<TResult> FilterAsync(Invocation invocation, IServiceProvider services, ReadOnlyMemory<byte> input, TArguments arguments)
    {
        var call = new FilteredHandlerCall<TArguments, TResult>(
            invocation, handler, Registration.ImplementationType, input, arguments, value => ActAsync(invocation, services, value));
        return new ValueTask<TResult>(call.RunAsync(services));
    }

    private ValueTask<TResult> ActAsync(Invocation invocation, IServiceProvider services, TArguments arguments)
    {
        // After the filters: who may not call shall not learn what an input must be like.
        invocation.Settings.InputChecks?.Check(arguments, services);
        var actor = registration.Create(services);
        var token = invocation.Cancellation.Token;
        if (actor is not Actor withActivation)
        {
            return invocation.TakePreloaded() is { } states ? PreloadAsync(states, actor, arguments, token) : handler.Invoke(actor, arguments, token);
        }

        var activation = invocation.TakePreloaded() is { } own ? ActivateAsync(own, withActivation, token) : withActivation.OnActivateAsync(token);
        return activation.IsCompletedSuccessfully ? handler.Invoke(actor, arguments, token) : ActivateAsync(activation, actor, arguments, token);
    }

    // All of these resume on the turn scheduler of the handler.
    private static async ValueTask LoadAsync(IReadOnlyList<IPreloadedState> states)
    {
        foreach (var state in states)
        {
            await state.LoadAsync().ConfigureAwait(true);
        }
    }

    private static async ValueTask ActivateAsync(IReadOnlyList<IPreloadedState> states, Actor actor, CancellationToken token)
    {
        await LoadAsync(states).ConfigureAwait(true);
        await actor.OnActivateAsync(token).ConfigureAwait(true);
    }

    private async ValueTask<TResult> PreloadAsync(IReadOnlyList<IPreloadedState> states, TActor actor, TArguments arguments, CancellationToken token)
    {
        await LoadAsync(states).ConfigureAwait(true);
        return await handler.Invoke(actor, arguments, token).ConfigureAwait(true);
    }

    private async ValueTask<TResult> ActivateAsync(ValueTask activation, TActor actor, TArguments arguments, CancellationToken token)
    {
        await activation.ConfigureAwait(true);
        return await handler.Invoke(actor, arguments, token).ConfigureAwait(true);
    }

    private void CheckKey(Invocation invocation)
    {
        if (Contract.Key is { } format && !format.IsCanonical(invocation.Start.Key))
        {
            throw new TerminalException(
                $"The key of {Contract.Name} is not a {format.KeyType.Name} in its canonical form (a Guid in lower case with hyphens, a number without leading zeros).",
                ErrorCodes.BadRequest);
        }
    }

    private TArguments ReadInput(Invocation invocation, ReadOnlyMemory<byte> input)
    {
        try
        {
            return invocation.Payloads.Read(input, handler.Arguments, PayloadRoles.Input);
        }
        catch (Exception error) when (PayloadCoder.IsFinal(error))
        {
            // The input stays what it is: a retry could never succeed.
            throw new TerminalException(
                $"The input of {invocation.Name} cannot be read: {error.Message}", ErrorCodes.BadRequest, metadata: null, error);
        }
    }

    private async Task FinishAsync(Invocation invocation, ValueTask<TResult> result)
    {
        // Comes back to the pump by the context of the turn; never throws.
        var task = result.AsTask();
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Finish(invocation, new ValueTask<TResult>(task));
    }

    private void Finish(Invocation invocation, ValueTask<TResult> result)
    {
        if (!invocation.Turns.IsCurrent)
        {
            FinishElsewhere(invocation, result);
            return;
        }

        try
        {
#pragma warning disable VSTHRD002 // The handler is complete.
            var value = result.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
            HandlerResults.Succeed(invocation, invocation.Serialize(handler.Result, value, invocation.ResultRole, $"The result of {invocation.Name}"));
        }
        catch (Exception error)
        {
            HandlerResults.Fail(invocation, error);
        }
    }

    // The handler has taken the context of its turn away before it returned. From here it counts as a foreign await.
    private void FinishElsewhere(Invocation invocation, ValueTask<TResult> result) => invocation.Turns.Post(_ => Finish(invocation, result), state: null);
}
