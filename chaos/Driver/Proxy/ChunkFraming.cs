using System.Buffers;

namespace Restate.Actors.Chaos.Driver.Proxy;

/// <summary>A protocol that is not looked into: what arrives together is a unit.</summary>
internal sealed class ChunkFraming : IFraming
{
    public long? FirstUnit(ReadOnlySequence<byte> buffer) => buffer.IsEmpty ? null : buffer.Length;

    public void Advance()
    {
        // No position is kept.
    }

    public string Describe(ReadOnlySequence<byte> buffer) => $"{buffer.Length} bytes";
}
