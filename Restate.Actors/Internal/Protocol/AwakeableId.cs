using System.Buffers.Binary;
using System.Buffers.Text;

namespace Restate.Actors.Internal.Protocol;

/// <summary>Ids under which somebody outside completes a wait: invocation id and signal index.</summary>
internal static class AwakeableId
{
    private const string Prefix = "sign_1";
    private const string LegacyPrefix = "prom_1";
    private const int DecodedLength = 28;

    public static string Create(ReadOnlySpan<byte> invocationId, uint signalIndex)
    {
        var length = invocationId.Length + sizeof(uint);
        Span<byte> bytes = length <= 64 ? stackalloc byte[length] : new byte[length];
        invocationId.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[invocationId.Length..], signalIndex);
        return string.Concat(Prefix, Base64Url.EncodeToString(bytes));
    }

    /// <summary>Checks what the server will parse. An id that it cannot parse would fail the attempt again and again.</summary>
    public static bool IsValid(string id)
    {
        if (id.StartsWith(LegacyPrefix, StringComparison.Ordinal))
        {
            return TryGetLength(id.AsSpan(LegacyPrefix.Length), out var length) && length > 0;
        }

        return id.StartsWith(Prefix, StringComparison.Ordinal)
            && TryGetLength(id.AsSpan(Prefix.Length), out var decodedLength)
            && decodedLength == DecodedLength;
    }

    /// <summary>Base64url with or without padding. White space and <c>%</c>, which the framework lets pass, are refused.</summary>
    private static bool TryGetLength(ReadOnlySpan<char> encoded, out int length)
    {
        length = 0;
        return encoded.IndexOfAny(" \t\r\n%") < 0
            && (!encoded.EndsWith('=') || encoded.Length % 4 == 0)
            && Base64Url.IsValid(encoded, out length);
    }
}
