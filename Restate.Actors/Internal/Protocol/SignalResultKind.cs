namespace Restate.Actors.Internal.Protocol;

/// <summary>What a signal carries.</summary>
internal enum SignalResultKind
{
    Void,
    Value,
    Failure,
}
