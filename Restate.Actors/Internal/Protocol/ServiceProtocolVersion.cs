namespace Restate.Actors.Internal.Protocol;

/// <summary>Version of the service protocol, picked by the server when an invocation starts and pinned to it.</summary>
internal enum ServiceProtocolVersion
{
    V5 = 5,
    V6 = 6,
    V7 = 7,
}
