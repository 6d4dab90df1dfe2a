using System.Buffers;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Operations;

/// <summary>A durable step that the handler asked for.</summary>
internal abstract class RunStep(string name, RunRetryPolicy? policy)
{
    public string Name => name;

    public RunRetryPolicy? Policy => policy;

    /// <summary>Executes the closure.</summary>
    /// <returns>Its result in bytes.</returns>
    /// <exception cref="Exception">Whatever the closure throws.</exception>
    public abstract ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, PayloadCoder payloads);

    protected ReadOnlyMemory<byte> Serialize<T>(T result, PayloadFormat<T> format, PayloadCoder payloads)
    {
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
