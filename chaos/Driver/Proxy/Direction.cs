namespace Restate.Actors.Chaos.Driver.Proxy;

/// <summary>Which way bytes travel through a proxy.</summary>
internal enum Direction
{
    /// <summary>From who has connected.</summary>
    Forward,

    /// <summary>To who has connected.</summary>
    Back,
}
