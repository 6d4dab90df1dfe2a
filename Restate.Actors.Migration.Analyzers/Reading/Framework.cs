namespace Restate.Actors.Migration.Reading;

/// <summary>Where a contract comes from.</summary>
internal enum Framework
{
    Orleans,
    Dapr,
}
