using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Operations;

/// <summary>One state value.</summary>
internal sealed class ActorState<T>(Invocation invocation, string name, PayloadFormat<T> format) : IActorState<T>
{
    public ValueTask<T?> GetAsync()
    {
        StateOperations.EnterRead(invocation, "State.GetAsync");
        var read = StateOperations.Read(invocation, name);
        return read.IsKnown ? new(Decode(read.Value, default)) : new(AwaitAsync(new StateWait(read.Completion, name), default));
    }

    public ValueTask<T> GetAsync(T @default)
    {
        StateOperations.EnterRead(invocation, "State.GetAsync");
        var read = StateOperations.Read(invocation, name);
        return read.IsKnown ? new(Decode(read.Value, @default)!) : new(AwaitAsync(new StateWait(read.Completion, name), @default)!);
    }

    public void Set(T value)
    {
        StateOperations.EnterWrite(invocation, "State.Set");

        // The journal keeps the bytes for later reads of this attempt.
        var bytes = invocation.Serialize(format, value, PayloadRoles.State, $"The state '{name}'").ToArray();
        if (invocation.UnsavedState is { } buffer)
        {
            buffer.Set(name, bytes);
            return;
        }

        invocation.Journal.State.Set(name, bytes);
    }

    public void Clear()
    {
        StateOperations.EnterWrite(invocation, "State.Clear");
        if (invocation.UnsavedState is { } buffer)
        {
            buffer.Clear(name);
            return;
        }

        invocation.Journal.State.Clear(name);
    }

    public ValueTask<bool> ExistsAsync()
    {
        StateOperations.EnterRead(invocation, "State.ExistsAsync");
        var read = StateOperations.Read(invocation, name);
        return read.IsKnown ? new(read.Value is not null) : new(AwaitExistsAsync(new StateWait(read.Completion, name)));
    }

    /// <summary>Reads whether there is a value and which, at once.</summary>
    public async ValueTask<(bool Exists, T? Value)> ReadAsync()
    {
        StateOperations.EnterRead(invocation, "State.GetAsync");
        var read = StateOperations.Read(invocation, name);
        var bytes = read.IsKnown ? read.Value : await invocation.WaitAsync(new StateWait(read.Completion, name)).ConfigureAwait(true);
        return (bytes is not null, Decode(bytes, default));
    }

    private async Task<T?> AwaitAsync(StateWait wait, T? @default)
    {
        // Resumes on the turn scheduler of the handler.
        var bytes = await invocation.WaitAsync(wait).ConfigureAwait(true);
        return Decode(bytes, @default);
    }

    private async Task<bool> AwaitExistsAsync(StateWait wait)
    {
        var bytes = await invocation.WaitAsync(wait).ConfigureAwait(true);
        return bytes is not null;
    }

    private T? Decode(ReadOnlyMemory<byte>? bytes, T? @default)
    {
        if (bytes is not { } present)
        {
            return @default;
        }

        try
        {
            return DecodedValues.CanHold<T>() && invocation.Memory is { } memory
                ? memory.DecodedValues.GetOrDecode(name, present, invocation.Payloads, format)
                : invocation.Payloads.Read(present, format, PayloadRoles.State);
        }
        catch (Exception error) when (PayloadCoder.IsFinal(error))
        {
            // Reading it again in another attempt would fail the same way.
            throw new TerminalException($"The state '{name}' cannot be read as {typeof(T)}: {error.Message}", error);
        }
    }
}
