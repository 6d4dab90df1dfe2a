namespace Restate.Actors.Internal.Payloads;

/// <summary>Says which types a serializer writes, in all payloads of a host or client.</summary>
internal sealed record SerializerRule(Func<Type, bool> Handles, IPayloadSerializer Serializer);
