using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The id of an invocation in its two forms. The same number gives the same id in each run of a test.</summary>
internal sealed class InvocationId
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RawLength = 24;
    private const int TextLength = 33;

    public InvocationId(int number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"invocation {number}"));
        Raw = hash.AsMemory(0, RawLength);
        RandomSeed = BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(RawLength));
        Text = "inv_1" + string.Create(TextLength, (hash, number), static (span, value) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Alphabet[(value.hash[i % value.hash.Length] + i) % Alphabet.Length];
            }
        });
    }

    public string Text { get; }

    public ReadOnlyMemory<byte> Raw { get; }

    public ulong RandomSeed { get; }
}
