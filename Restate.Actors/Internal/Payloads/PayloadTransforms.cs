using System.Buffers;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Payloads;

/// <summary>The transforms of a host or client. What they wrote bears a mark, so that plain payloads stay readable next to it.</summary>
/// <param name="transforms">Applied in this order, undone in the reverse one. Not empty.</param>
/// <param name="options">To what they apply.</param>
internal sealed class PayloadTransforms(IReadOnlyList<IPayloadTransform> transforms, PayloadTransformOptions options)
{
    /// <summary>The header of a request without input whose caller can read an encoded result.</summary>
    public const string HeaderName = "x-actor-payloads";

    /// <summary>The value of the header.</summary>
    public const string HeaderValue = "encoded";

    /// <summary>Gets what encoded payloads begin with: no text in UTF-8 and no message of Protocol Buffers begins with a zero byte.</summary>
    public static ReadOnlySpan<byte> Mark => [0, (byte)'R', (byte)'A', 1];

    public static bool IsMarked(ReadOnlySpan<byte> payload) => payload.StartsWith(Mark);

    /// <summary>Gets the role of an input: none if the service cannot read encoded ones.</summary>
    public PayloadRoles InputOf(string service) => options.PlainServices.Contains(service) ? PayloadRoles.None : PayloadRoles.Input;

    public bool Applies(PayloadRoles role) => (options.Encoded & role) != 0;

    /// <summary>Gets whether a request without input has to say that its caller can read an encoded result.</summary>
    public bool AnnouncesItself(string service) => Applies(InputOf(service)) && Applies(PayloadRoles.Result);

    /// <summary>Gets the role of a handler's result: none if its caller cannot read an encoded one. The same in every attempt.</summary>
    public PayloadRoles ResultFor(in InputCommand input)
    {
        return (options.Required & PayloadRoles.Result) != 0 || IsMarked(input.Value.Span) || IsAnnounced(input.Headers)
            ? PayloadRoles.Result
            : PayloadRoles.None;
    }

    public void Encode(ReadOnlyMemory<byte> payload, IBufferWriter<byte> output)
    {
        for (var index = 0; index < transforms.Count - 1; index++)
        {
            var encoded = new ArrayBufferWriter<byte>(payload.Length + 64);
            transforms[index].Encode(payload.Span, encoded);
            payload = encoded.WrittenMemory;
        }

        output.Write(Mark);
        transforms[^1].Encode(payload.Span, output);
    }

    /// <summary>Gets the payload of what was written.</summary>
    /// <exception cref="InvalidDataException">It is plain and must not be.</exception>
    public ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> payload, PayloadRoles role)
    {
        if (IsMarked(payload.Span))
        {
            return Undo(payload);
        }

        // No bytes at all are the absence of a value, which nobody encodes.
        return payload.IsEmpty || (options.Required & role) == 0 ? payload : throw new InvalidDataException(
            $"It is not encoded, and PayloadTransformOptions.Required asks for that ({role}).");
    }

    /// <summary>Compares what two payloads hold: an encryption writes other bytes each time.</summary>
    public bool HoldSame(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right)
    {
        return left.Span.SequenceEqual(right.Span)
            || Decode(left, PayloadRoles.None).Span.SequenceEqual(Decode(right, PayloadRoles.None).Span);
    }

    private static bool IsAnnounced(IReadOnlyList<Header> headers)
    {
        foreach (var header in headers)
        {
            if (header.Key.Equals(HeaderName, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value == HeaderValue;
            }
        }

        return false;
    }

    private ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> payload)
    {
        payload = payload[Mark.Length..];
        for (var index = transforms.Count - 1; index >= 0; index--)
        {
            payload = transforms[index].Decode(payload);
        }

        return payload;
    }
}
