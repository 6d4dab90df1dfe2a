using System.Buffers;
using System.Text.Json;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Filters;

/// <summary>A call or send with its argument and, once it is there, its result.</summary>
/// <param name="target">The actor that is called.</param>
/// <param name="handler">The handler.</param>
/// <param name="arguments">The input.</param>
/// <param name="serializer">What writes it.</param>
/// <param name="headers">The headers so far.</param>
internal sealed class OutgoingCall<TArguments, TResult>(
    ActorTarget target,
    HandlerContract<TArguments, TResult> handler,
    TArguments arguments,
    IActorSerializer serializer,
    IEnumerable<KeyValuePair<string, string>> headers)
    : OutgoingCallContext(target.Contract.Name, handler.Name, target.Contract.Key is null ? null : target.Key, headers)
{
    private Task<TResult>? _call;

    public override object? Argument => handler.Input.Kind is PayloadKind.Value or PayloadKind.Raw ? arguments : null;

    public override object? Result => _call is { IsCompletedSuccessfully: true } && typeof(TResult) != typeof(NoValue) ? ResultOf(_call) : null;

    /// <summary>Makes the call and remembers it: its result is taken from there when a filter asks.</summary>
    public Task<TResult> BeginAsync(Func<Task<TResult>> call) => _call = call();

    public override bool TryGetArgument<T>(string name, out T? value)
        where T : default
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        value = default;
        if (handler.Input.Kind != PayloadKind.Arguments)
        {
            return false;
        }

        var written = new ArrayBufferWriter<byte>();
        handler.Arguments.Write(written, arguments, serializer);
        using var document = JsonDocument.Parse(written.WrittenMemory);
        if (!document.RootElement.TryGetProperty(name, out var property))
        {
            return false;
        }

        value = property.Deserialize(serializer.GetJsonTypeInfo<T>());
        return true;
    }

#pragma warning disable VSTHRD002 // The call is complete.
    private static TResult ResultOf(Task<TResult> call) => call.Result;
#pragma warning restore VSTHRD002
}
