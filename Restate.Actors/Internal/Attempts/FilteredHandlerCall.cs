using System.Text.Json;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Attempts;

/// <summary>The call of a handler with filters around it. All awaits resume on the handler's turn scheduler.</summary>
internal sealed class FilteredHandlerCall<TArguments, TResult>(
    Invocation invocation,
    HandlerContract handler,
    Type actorType,
    ReadOnlyMemory<byte> input,
    TArguments arguments,
    Func<TArguments, ValueTask<TResult>> call)
    : ActorCallContext(invocation.Context!)
{
    private TResult? _result;
    private bool _hasResult = typeof(TResult) == typeof(NoValue);

    public override Type ContractType => invocation.Settings.Contract.InterfaceType;

    public override Type ActorType => actorType;

    public override string MethodName => handler.MethodName;

    public override object? Argument => handler.Input.Kind is PayloadKind.Value or PayloadKind.Raw ? arguments : null;

    public override object? Result
    {
        get => typeof(TResult) == typeof(NoValue) ? null : _result;
        set => SetResult(value);
    }

    public override bool TryGetArgument<T>(string name, out T? value)
        where T : default
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        value = default;
        if (handler.Input.Kind != PayloadKind.Arguments)
        {
            return false;
        }

        using var document = JsonDocument.Parse(invocation.Payloads.Read(input, PayloadFormats.Memory, PayloadRoles.Input));
        if (!document.RootElement.TryGetProperty(name, out var property))
        {
            return false;
        }

        value = property.Deserialize(invocation.Serializer.GetJsonTypeInfo<T>());
        return true;
    }

    /// <summary>Runs the filters and the handler.</summary>
    /// <returns>The result that counts.</returns>
    public async Task<TResult> RunAsync(IServiceProvider services)
    {
        var filters = invocation.Settings.Filters.Select(create => create(services)).ToArray();
        var chain = new FilterChain<IActorFilter>(filters, (filter, next) => filter.InvokeAsync(this, next), CallAsync);
        await chain.RunAsync().ConfigureAwait(true);
        return _hasResult ? _result! : throw new InvalidOperationException(
            $"The filter {chain.Innermost} has neither called next() nor set the result of {invocation.Name}. To refuse a call throw a TerminalException.");
    }

    private async Task CallAsync()
    {
        _result = await call(arguments).ConfigureAwait(true);
        _hasResult = true;
    }

    private void SetResult(object? value)
    {
        if (typeof(TResult) == typeof(NoValue))
        {
            throw new InvalidOperationException($"{invocation.Name} has no result that a filter could set.");
        }

        if (value is null ? default(TResult) is not null : value is not TResult)
        {
            throw new ArgumentException($"The result of {invocation.Name} is a {typeof(TResult)}; a filter set {value?.GetType().ToString() ?? "null"}.", nameof(value));
        }

        _result = (TResult?)value;
        _hasResult = true;
    }
}
