namespace Restate.Actors.Testing.Internal.Server;

/// <summary>A virtual object or a workflow.</summary>
internal readonly record struct ActorKey(string Service, string Key)
{
    public override string ToString() => Key.Length == 0 ? Service : $"{Service}/{Key}";
}
