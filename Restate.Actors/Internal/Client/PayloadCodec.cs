using System.Buffers;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Http;
using Restate.Actors.Internal.Proxies;
using Restate.Actors.Internal.References;

namespace Restate.Actors.Internal.Client;

/// <summary>Writes inputs to request bodies and reads outputs from responses.</summary>
internal sealed class PayloadCodec(IActorSerializer serializer)
{
    /// <summary>Gets or sets how the calls of proxies travel that a result refers to.</summary>
    public CallTransport? References { get; set; }

    public RawPayload Write<T>(PayloadFormat<T> format, T value)
    {
        if (value is RawPayload raw)
        {
            return raw;
        }

        if (format.Kind == PayloadKind.None)
        {
            return RawPayload.Empty;
        }

        var bytes = new ArrayBufferWriter<byte>();
        format.Write(bytes, value, serializer);
        return new RawPayload(bytes.WrittenMemory, format.Kind switch
        {
            PayloadKind.Arguments => "application/json",
            PayloadKind.Raw => "application/octet-stream",
            _ => serializer.ContentType,
        });
    }

    /// <summary>Reads the result of an invocation.</summary>
    /// <exception cref="RestateClientException">The bytes are not of the type.</exception>
    public T Read<T>(PayloadFormat<T> format, ServerResponse response)
    {
        if (typeof(T) == typeof(RawPayload))
        {
            return (T)(object)new RawPayload(response.Body, response.ContentType);
        }

        try
        {
            return ActorReferences.ReadOutside(References, () => format.Read(response.Body, serializer));
        }
        catch (Exception e)
        {
            throw new RestateClientException(
                $"The invocation {response.InvocationId} succeeded, but its result (content type {response.ContentType ?? "none"}, {response.Body.Length} bytes) "
                + $"cannot be read as {typeof(T)}: {e.Message}",
                response.Status,
                RetryAdvice.DoNotRetry,
                e);
        }
    }
}
