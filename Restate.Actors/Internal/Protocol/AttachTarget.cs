namespace Restate.Actors.Internal.Protocol;

/// <summary>Which invocation is meant by an attach or a look at its output.</summary>
internal abstract record AttachTarget
{
    private protected AttachTarget()
    {
    }

    /// <summary>Gets the length of the oneof member that this target is.</summary>
    internal abstract int GetLength();

    internal abstract void Write(ref ProtobufWriter writer);

    internal abstract void Validate(ServiceProtocolVersion version);
}
