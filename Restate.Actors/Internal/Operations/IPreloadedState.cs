namespace Restate.Actors.Internal.Operations;

/// <summary>A state value that is read before the handler begins.</summary>
internal interface IPreloadedState
{
    ValueTask LoadAsync();
}
