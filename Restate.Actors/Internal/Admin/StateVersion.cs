using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Restate.Actors.Internal.Admin;

/// <summary>The server's version of the state of a key: a hash over all keys and values.</summary>
/// <remarks>Source: restatedev/restate, crates/types/src/state_mut.rs.</remarks>
internal static class StateVersion
{
    public static string Of(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> position = stackalloc byte[sizeof(ulong)];
        var index = 0UL;
        var pairs = values.Select(pair => (Name: Encoding.UTF8.GetBytes(pair.Key), pair.Value));
        foreach (var (name, value) in pairs.OrderBy(pair => pair.Name, Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b))))
        {
            BinaryPrimitives.WriteUInt64BigEndian(position, index++);
            hash.AppendData(position);
            hash.AppendData([1]);
            hash.AppendData(name);
            hash.AppendData([2]);
            hash.AppendData(value.Span);
            hash.AppendData([3]);
        }

        return Base64Url.EncodeToString(hash.GetHashAndReset());
    }
}
