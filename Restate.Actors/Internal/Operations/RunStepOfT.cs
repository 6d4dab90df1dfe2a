using System.Buffers;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Operations;

/// <summary>A durable step with a result.</summary>
internal sealed class RunStep<T>(string name, RunRetryPolicy? policy, PayloadFormat<T> format, Func<RunContext, Task<T>> action) : RunStep(name, policy)
{
    public override async Task<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, PayloadCoder payloads)
    {
        var result = await action(context).ConfigureAwait(false);
        var output = new ArrayBufferWriter<byte>(64);
        try
        {
            payloads.Write(output, format, result, PayloadRoles.Step);
        }
        catch (Exception error) when (PayloadCoder.IsFinal(error))
        {
            throw new TerminalException($"The result of the step '{Name}' of type {typeof(T)} cannot be serialized: {error.Message}", error);
        }

        return output.WrittenMemory;
    }
}
