using System.Buffers;

namespace Restate.Actors.Chaos.Driver.Proxy;

/// <summary>Knows where the units of one direction of a connection end.</summary>
internal interface IFraming
{
    /// <summary>Gets the length of the first unit in the buffer, or <see langword="null"/> if it is not complete.</summary>
    /// <param name="buffer">What has been received, beginning with a unit.</param>
    long? FirstUnit(ReadOnlySequence<byte> buffer);

    /// <summary>Tells that the first unit has been passed on.</summary>
    void Advance();

    /// <summary>Describes the first unit for the log.</summary>
    string Describe(ReadOnlySequence<byte> buffer);
}
