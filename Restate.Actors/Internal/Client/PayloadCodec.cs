using System.Buffers;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Http;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Proxies;
using Restate.Actors.Internal.References;

namespace Restate.Actors.Internal.Client;

/// <summary>Writes inputs to request bodies and reads outputs from responses.</summary>
internal sealed class PayloadCodec(PayloadCoder payloads)
{
    private static readonly RawPayload EmptyOfOneWhoDecodes = new(default, contentType: null) { ReadsEncoded = true };

    /// <summary>Gets or sets how the calls of proxies travel that a result refers to.</summary>
    public CallTransport? References { get; set; }

    public IActorSerializer Serializer => payloads.Serializer;

    /// <summary>Writes an input.</summary>
    public RawPayload WriteInput<T>(PayloadFormat<T> format, T value, string service)
    {
        if (value is RawPayload raw)
        {
            return raw;
        }

        if (format.Kind == PayloadKind.None)
        {
            return Empty(service);
        }

        return Write(format, value, payloads.InputOf(service));
    }

    /// <summary>Gets the input of a call without one.</summary>
    public RawPayload Empty(string service) => payloads.Transforms?.AnnouncesItself(service) == true ? EmptyOfOneWhoDecodes : RawPayload.Empty;

    public RawPayload Write<T>(PayloadFormat<T> format, T value, PayloadRoles role)
    {
        var bytes = new ArrayBufferWriter<byte>();
        payloads.Write(bytes, format, value, role);
        return new RawPayload(bytes.WrittenMemory, format.ContentTypeIn(payloads.Serializer));
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
            return ActorReferences.ReadOutside(References, () => payloads.Read(response.Body, format, PayloadRoles.Result));
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
